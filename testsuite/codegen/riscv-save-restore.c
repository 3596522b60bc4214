/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv "has -msave-restore" } */
/* { dg-require plugin "GCC's option" } */
/* { dg-options "-O2 -msave-restore" } */
/* machine_reorg makes the only call of a function anew, as a tail call and without
   our mark.  It was refused as a call whose id is lost.  Tried with GCC's own options
   against each other.  */

int
tail (int (*f) (int), int x)
{
  return f (x);
}

void
tail_void (void (*f) (int), int x)
{
  f (x);
}

int
kept (int (*f) (int), int x)
{
  return f (x) + x;
}

__attribute__ ((__no_sanitize__ ("kcfi"))) long
exempt (long (*f) (long), long x)
{
  return f (x);
}

/* { dg-final { check-calls 3 -unchecked 1 } } */
