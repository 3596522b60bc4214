/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang has no nested functions" } */
/* { dg-plugin-args "warn=cast" } */
/* { dg-options "-O2 -std=gnu17" } */
/* Conversions in nested functions, of whose bodies the parser does not tell: none
   was reported.  Found with the cases of cast-places.c, one level deeper.  */

enum e { A };
typedef void (*to_enum) (enum e);
typedef void (*to_unsigned) (unsigned);
void of_enum (enum e);
void take (to_unsigned);

to_unsigned
outer (to_enum p)
{
  to_unsigned kept = 0;
  void
  inner (to_enum q)
  {
    static to_unsigned fixed = of_enum; /* { dg-warning "KCFI: conversion" } */
    to_unsigned
    innermost (void)
    {
      return q; /* { dg-warning "KCFI: conversion" } */
    }
    kept
      = q; /* { dg-warning "KCFI: conversion" } */
    take (innermost ());
    take (fixed);
  }
  auto void declared (to_enum);
  inner (p);
  declared (p);
  void
  declared (to_enum q)
  {
    take (q); /* { dg-warning "KCFI: conversion" } */
  }
  return kept;
}

/* No unit that merely includes this hears of it.  */
static inline void
unused (to_enum p)
{
  void
  inner (void)
  {
    take (p);
  }
  inner ();
}
