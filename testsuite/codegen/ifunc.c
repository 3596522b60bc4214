/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require ifunc "GCC has none there" } */
/* The resolver of an ifunc is address-taken and has an id, the ifunc's symbol
   has none.  */

typedef int function (int);

static int
one (int x)
{
  return x + 1;
}

static function *
resolve (void)
{
  return one;
}

int chosen (int) __attribute__ ((__ifunc__ ("resolve")));

int
use (int x)
{
  return chosen (x);
}

/* { dg-final { check-preamble one 00050794 } } */
/* { dg-final { check-preamble resolve 12e43a2a } } */
/* { dg-final { scan-symbols-not "__cfi_chosen" } } */
