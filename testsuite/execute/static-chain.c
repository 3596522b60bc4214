/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang's check overwrites %r10, which holds the chain" } */
/* { dg-require x86_64 "reads the static chain register" } */
/* __builtin_call_with_static_chain: %r10 is an argument of the call, so the
   check needs another scratch register.  Under retpolines %r11 is taken as well
   and the check has a third form, which the strict decoder does not know.  */

#define TRAP_STRICT 0
#include "trap.h"

typedef long function (int);

static long
good (int x)
{
  long chain;

  __asm__ volatile ("movq %%r10, %0" : "=r"(chain));
  REACHED ();
  return chain + x;
}

static long
forged (unsigned x)
{
  REACHED ();
  return x;
}

function *volatile pointer;
long anchor;

NOINLINE long
call (function *f, int x, void *chain)
{
  return __builtin_call_with_static_chain (f (x), chain) + 1;
}

NOINLINE long
call_without (function *f, int x)
{
  return f (x) + 1;
}

int
main (void)
{
  long result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 5, &anchor));
  CHECK (result == (long) &anchor + 6);
  MUST_PASS (result = call_without (pointer, 5));
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 5, &anchor));
  MUST_TRAP (call_without (pointer, 5));
  DONE ();
}
