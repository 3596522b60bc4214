/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* GCC's generic atomic functions take any pointer and convert what they store without
   a word; -Wincompatible-pointer-types is silent, and so was warn=cast.  Found by
   comparing the places at which the two of C11 and these warn.  */

typedef void to_int (int);
typedef void to_long (long);
void of_long (long);
void of_int (int);
to_int *pointer;

void
store (to_int *same, to_long *other)
{
  __atomic_store_n (&pointer, of_long, __ATOMIC_SEQ_CST); /* { dg-warning "KCFI: conversion from 'void \\(\\*\\)\\(long int\\)' to 'void \\(\\*\\)\\(int\\)'" } */
  __atomic_store_n (&pointer, other, __ATOMIC_RELAXED); /* { dg-warning "KCFI: conversion" } */
  __atomic_store_n (&pointer, (to_int *) other, __ATOMIC_RELAXED); /* { dg-warning "KCFI: conversion" } */
  __atomic_exchange_n (&pointer, other, __ATOMIC_RELAXED); /* { dg-warning "KCFI: conversion" } */
  __atomic_compare_exchange_n (&pointer, &same, other, 0, __ATOMIC_RELAXED, /* { dg-warning "KCFI: conversion" } */
			       __ATOMIC_RELAXED);
  __sync_lock_test_and_set (&pointer, other); /* { dg-warning "KCFI: conversion" } */
  __sync_bool_compare_and_swap (&pointer, same, other); /* { dg-warning "KCFI: conversion" } */
  __sync_val_compare_and_swap (&pointer, same, other); /* { dg-warning "KCFI: conversion" } */
}

/* Silence: the same type, no function, and what is compared only.  */
void
fine (to_int *same, to_long *other, void **data, void *datum)
{
  __atomic_store_n (&pointer, of_int, __ATOMIC_SEQ_CST);
  __atomic_store_n (&pointer, same, __ATOMIC_SEQ_CST);
  __atomic_store_n (&pointer, 0, __ATOMIC_SEQ_CST);
  __atomic_store_n (data, datum, __ATOMIC_SEQ_CST);
  __atomic_store_n (data, (void *) other, __ATOMIC_SEQ_CST);
  __sync_bool_compare_and_swap (&pointer, same, same);
  __atomic_fetch_add ((long *) datum, 1, __ATOMIC_SEQ_CST);
}
