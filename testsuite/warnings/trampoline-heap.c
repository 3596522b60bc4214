/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the warning is the plugin's" } */
/* { dg-require gcc-14 "heap trampolines came with GCC 14" } */
/* { dg-options "-O2 -ftrampoline-impl=heap" } */
/* A pointer to a nested function that needs its frame leads to a trampoline,
   which has no id: said where the address is taken.  One that needs no frame
   is an ordinary function.  The same as trampoline.c for trampolines on the
   heap, which GCC makes where the function begins.  */

extern int call (int (*) (int));

int
with_frame (int offset) /* { dg-warning "nested" } */
{
  int nested (int x)
  {
    return x + offset;
  }

  return call (nested);
}

int
without_frame (void)
{
  int nested (int x)
  {
    return x + 1;
  }

  return call (nested);
}

int
called_directly (int offset)
{
  int nested (int x)
  {
    return x + offset;
  }

  return nested (1) + nested (2);
}
