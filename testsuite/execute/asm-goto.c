/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "inline assembler" } */
/* Calls next to inline assembler: asm goto after the call, an asm that keeps
   values in the scratch registers before it, a call from an asm operand.  */

#include "trap.h"

typedef int function (int);

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (unsigned short x)
{
  REACHED ();
  return x + 2;
}

function *volatile pointer;

NOINLINE int
call (function *f, int x)
{
  long a, b;

  __asm__ volatile ("movl $5, %k0\n\tmovl $6, %k1" : "=r"(a), "=r"(b));
  x = f (x);
  __asm__ goto ("testl %0, %0\n\tjz %l[zero]" : : "r"(x) : "cc" : zero);
  return x * 2 + (int) (a + b);
zero:
  return -1;
}

/* The flags of a comparison before the call are not expected behind it.  */
NOINLINE int
call_between (function *f, int x, int y)
{
  int less = x < y;
  int result = f (x);

  return less ? result : -result;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 15);
  MUST_PASS (result = call (pointer, -1));
  CHECK (result == -1);
  MUST_PASS (result = call_between (pointer, 1, 2));
  CHECK (result == 2);
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 1));
  MUST_TRAP (call_between (pointer, 1, 2));
  DONE ();
}
