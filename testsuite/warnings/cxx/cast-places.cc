/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* { dg-more-options "-std=c++17 -fno-show-column" } */
/* Conversions outside of functions' bodies, and once each: initialisers of globals
   were not looked at, those in constructors were reported for each kind of object
   that a constructor makes.  The lines are those of clang-19's
   -Wcast-function-type-strict, but for the two that C's cast makes of references.  */

typedef int function (int);
typedef int other (long);
extern int of_long (long);
extern int of_int (int);
extern other *variable;
constexpr bool yes = true;

function *plain = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
function *const constant = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
function *when_started = (function *) variable; /* { dg-warning "KCFI: conversion from" } */
function *chosen = (function *) (yes ? of_long : variable); /* { dg-warning "KCFI: conversion from" } */
function *array[3] = {
  of_int,
  reinterpret_cast<function *> (of_long) /* { dg-warning "KCFI: conversion from" } */
};
thread_local function *of_thread = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
function &reference = (function &) of_long; /* { dg-warning "KCFI: conversion from" } */
namespace inner
{
function *nested = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
}

struct object
{
  int x;
  function *f;
};
object aggregate = { 1, (function *) of_long }; /* { dg-warning "KCFI: conversion from" } */

struct members
{
  static function *outside;
  static inline function *inside = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
  function *in_place = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
};
function *members::outside = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
members implicit_constructor;

struct virtual_base {};
struct constructed : virtual virtual_base
{
  function *a;
  constructed () : a ((function *) of_long) {} /* { dg-warning "KCFI: conversion from" } */
  ~constructed () { a = (function *) of_long; } /* { dg-warning "KCFI: conversion from" } */
};
constructed explicit_constructor;
struct derived : constructed {};
derived base_constructor;

/* Of a template nothing is known before it is instantiated.  */
template <class T> struct table
{
  static T *entry;
};
template <class T> T *table<T>::entry = (T *) of_long; /* { dg-warning "KCFI: conversion from" } */
template <class T> T *never = (T *) of_long;

int
use ()
{
  static function *local = (function *) of_long; /* { dg-warning "KCFI: conversion from" } */
  return local (1) + table<function>::entry (2) + table<other>::entry (3)
	 + inner::nested (4);
}

/* A library's atomics hand their argument on.  */
void
store (function **p, other *q)
{
  __atomic_store_n (p, q, __ATOMIC_SEQ_CST); /* { dg-warning "KCFI: conversion from" } */
  __atomic_store_n (p, &of_int, __ATOMIC_SEQ_CST);
}

/* What has the same id is no change.  */
function *same = (int (*) (int) noexcept) of_int;
using unrelated = function;
unrelated *equal = (unrelated *) of_int;
