/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiled by the driver tests: one checked call, one exempt one where the macro
   __nocfi is known, and a function whose id differs in each variant.  */

#ifndef __nocfi
#define __nocfi
#endif

int
callee (long x, char *p)
{
  return (int) x + (p != 0);
}

int
call (int (*f) (long, char *), long x)
{
  return f (x, 0) + 1;
}

__nocfi int
exempt (int (*f) (long, char *), long x)
{
  return f (x, 0) + 2;
}

#ifdef WITH_MAIN
int
main (int argc, char **argv)
{
  int (*volatile pointer) (long, char *) = callee;

  (void) argv;
  if (argc > 1)
    pointer = (int (*) (long, char *)) (void *) main;
  return call (pointer, 1) - 2;
}
#endif
