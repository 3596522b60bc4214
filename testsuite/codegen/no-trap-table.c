/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "no-trap-table" } */
/* { dg-options "-O2" } */
/* For firmware whose linker script has no place for the table: the checks are the same,
   and .kcfi_traps is not there.  */

typedef int function (int);

int
call (function *f, int x)
{
  return f (x) + 1;
}

int
jump (function *f, int x)
{
  return f (x + 1);
}

/* { dg-final { check-calls 2 -table none } } */
/* { dg-final { scan-sections-not "kcfi_traps" } } */
