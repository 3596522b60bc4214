/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* { dg-options "-O2 -std=gnu17" } */
/* Each conversion is reported where it stands, once: at the line at which
   clang-19 -Wincompatible-function-pointer-types-strict and
   -Wcast-function-type-strict report it, except where a comment says why not.
   Conversions of variables, which the parser gives no location, were reported at
   the first line of their function; those in compound literals not at all, those
   in local static variables twice.  Found by reading the warnings of a program
   with callbacks.  */

#include "cast-places.h"

enum e { A };
typedef void (*to_enum) (enum e);
typedef void (*to_unsigned) (unsigned);
typedef void (*to_long) (long);
struct operations
{
  int a;
  to_unsigned run;
  to_unsigned more[2];
};
void of_enum (enum e);
void take (to_unsigned);
void take_one_of (int, to_unsigned, to_unsigned);

to_unsigned global[2] = {
  0,
  of_enum, /* { dg-warning "KCFI: conversion" } */
};

struct operations nested = {
  .a = 1,
  .run
  = of_enum, /* { dg-warning "KCFI: conversion" } */
  .more = { 0,
	    of_enum }, /* { dg-warning "KCFI: conversion" } */
};

to_unsigned *global_literal = (to_unsigned[]) {
  0,
  of_enum, /* { dg-warning "KCFI: conversion" } */
};

to_unsigned
returned (to_enum p)
{
  if (!p)
    return of_enum; /* { dg-warning "KCFI: conversion" } */
  return
    p; /* { dg-warning "KCFI: conversion" } */
}

void
initialisers (to_enum p, to_enum *pp)
{
  to_unsigned a = p; /* { dg-warning "KCFI: conversion" } */
  to_unsigned b /* { dg-warning "KCFI: conversion" } */
      = p;
  static to_unsigned c = of_enum; /* { dg-warning "KCFI: conversion" } */
  to_unsigned d[1] = { p }; /* { dg-warning "KCFI: conversion" } */
  struct operations o = { .a = 1, .run = p }; /* { dg-warning "KCFI: conversion" } */
  /* Clang says the line of the element, which GCC's tree does not have.  */
  to_unsigned many[2] = { /* { dg-warning "KCFI: conversion" } */
    0,
    p,
  };
  /* This element has a location.  */
  to_unsigned read[2] = {
    0,
    *pp, /* { dg-warning "KCFI: conversion" } */
  };
  struct operations *q = &(struct operations) { .run = p }; /* { dg-warning "KCFI: conversion" } */
  __asm__ volatile ("" : : "r" (a), "r" (b), "r" (c), "r" (d), "m" (o), "r" (q), "m" (many), "m" (read));
}

void
assignments (to_enum p, to_enum *pp, struct operations *o, int n)
{
  to_unsigned a, b = 0;
  a = p; /* { dg-warning "KCFI: conversion" } */
  a
    = /* { dg-warning "KCFI: conversion" } */
    p;
  o->run = *pp; /* { dg-warning "KCFI: conversion" } */
  (void) (a = p, /* { dg-warning "KCFI: conversion" } */
	  b = p); /* { dg-warning "KCFI: conversion" } */
  for (a = p; /* { dg-warning "KCFI: conversion" } */
       n;
       b = p) /* { dg-warning "KCFI: conversion" } */
    n--;
  while ((a = p)) /* { dg-warning "KCFI: conversion" } */
    *pp = 0;
  switch (n)
    {
    case 1:
      a = p; /* { dg-warning "KCFI: conversion" } */
      break;
    default:
      b = p; /* { dg-warning "KCFI: conversion" } */
    }
  if (n)
    {
      a = 0;
      a = p; /* { dg-warning "KCFI: conversion" } */
    }
  else
    b = p; /* { dg-warning "KCFI: conversion" } */
  *(n ? &a : &b) = p; /* { dg-warning "KCFI: conversion" } */
  a = ({ n++; p; }); /* { dg-warning "KCFI: conversion" } */
  a = (to_unsigned) /* { dg-warning "KCFI: conversion" } */
      (void (*) (enum e)) p;
}

/* What is compared is not called.  Clang says nothing of the operands that
   GCC converts for a conditional expression, either; but that call traps.  */
void
conditions (to_enum p, to_unsigned a, int c)
{
  if (a == p)
    take (0);
  if (a != of_enum)
    take (0);
  if (a == (to_unsigned) p) /* { dg-warning "KCFI: conversion" } */
    take (0);
  (c ? a : p) (1); /* { dg-warning "KCFI: conversion" } */
}

/* Clang says the line of the argument: as with elements of initialisers.  */
void
arguments (to_enum p, to_enum *pp)
{
  take (p); /* { dg-warning "KCFI: conversion" } */
  take_one_of (1, /* { dg-warning "KCFI: conversion" } */
	       p,
	       *pp); /* { dg-warning "KCFI: conversion" } */
  take (((to_unsigned[]) { 0, p })[1]); /* { dg-warning "KCFI: conversion" } */
  RUN_BY_MACRO (p); /* { dg-warning "KCFI: conversion" } */
  RUN_BY_MACRO (of_enum); /* { dg-warning "KCFI: conversion" } */
  ((to_unsigned) p) (1); /* { dg-warning "KCFI: conversion" } */
}

void
operands (to_enum p, int c)
{
  __asm__ volatile ("" : : "r" ((to_unsigned) p)); /* { dg-warning "KCFI: conversion" } */
  __asm__ volatile ("" : :
		    "r" (c),
		    "r" ((to_unsigned) p)); /* { dg-warning "KCFI: conversion" } */
}
