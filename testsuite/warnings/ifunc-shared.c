/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-require plugin "the warning is the plugin's" } */
/* { dg-options "-O2 -fPIC" } */
/* In code for shared libraries the dynamic linker gives the chosen function's
   address, if other modules can name it: silence.  Not for a static one.  */

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

int exported (int) __attribute__ ((__ifunc__ ("resolve")));
static int local (int) __attribute__ ((__ifunc__ ("resolve"))); /* { dg-warning "KCFI: 'local' is chosen at run time and its address is taken" } */

function *
get (int choice)
{
  return choice ? exported : local;
}
