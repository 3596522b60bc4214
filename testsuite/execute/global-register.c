/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang reserves no general register" } */
/* { dg-require x86_64 "names its registers" } */
/* { dg-skip-level "-flto" "GCC warns that global registers and LTO do not mix" } */
/* { dg-skip-level "-mindirect-branch=thunk" "retpolines need %r11; errors/fixed-r11.c" } */
/* { dg-more-options "-w -ffixed-r11" } */
/* %r10 holds a global value in the whole file and %r11 is nobody's: neither may
   be the check's scratch register.  */

#define TRAP_STRICT 0
#include "trap.h"

register long kept __asm__ ("r10");

typedef long function (long);

static long
good (long x)
{
  REACHED ();
  return x + kept;
}

static long
forged (unsigned long x)
{
  REACHED ();
  return (long) x + 2;
}

function *volatile pointer;

NOINLINE long
call (function *f, long x)
{
  long result;

  kept = 1000;
  result = f (x) * 2;
  return result + kept;
}

NOINLINE long
set_r11_and_call (function *f, long x)
{
  long after;

  __asm__ volatile ("movq $77, %%r11" : : : "memory");
  f (x);
  __asm__ volatile ("movq %%r11, %0" : "=r"(after));
  return after;
}

int
main (void)
{
  long result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 3002);
  MUST_PASS (result = set_r11_and_call (pointer, 1));
  CHECK (result == 77);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 1));
  DONE ();
}
