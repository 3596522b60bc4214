/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "target_clones" } */
/* { dg-require plugin "the warning is the plugin's" } */
/* { dg-options "-O2 -fPIE" } */
/* A function that is chosen at run time: in a program its address is that of an
   entry of the linkage table, where no id stands.  Said by default.  */

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

int taken (int) __attribute__ ((__ifunc__ ("resolve"))); /* { dg-warning "KCFI: 'taken' is chosen at run time and its address is taken" } */
int called (int) __attribute__ ((__ifunc__ ("resolve")));

__attribute__ ((__target_clones__ ("avx2", "default"))) int
versions_taken (int x) /* { dg-warning "KCFI: 'versions_taken' is chosen at run time and its address is taken" } */
{
  return x + 1;
}

__attribute__ ((__target_clones__ ("avx2", "default"))) int
versions_called (int x)
{
  return x + 2;
}

function *table[] = { taken, versions_taken, one };

int
call (int x)
{
  return called (x) + versions_called (x);
}
