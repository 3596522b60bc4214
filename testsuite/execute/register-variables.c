/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang has no local register variables of this kind" } */
/* { dg-require x86_64 "names its registers" } */
/* Values that sit in %r10 and %r11 by declaration, or that a callee keeps by
   attribute: the check takes neither away.  */

#define TRAP_STRICT 0
#include "trap.h"

typedef long function (long);

static long
good (long x)
{
  REACHED ();
  return x + 1;
}

static long
forged (unsigned long x)
{
  REACHED ();
  return (long) x + 2;
}

function *volatile pointer;
volatile long seven = 7, nine = 9;


NOINLINE long
call_with_r10 (function *f, long x)
{
  register long in_r10 __asm__ ("r10") = nine;

  __asm__ volatile ("" : "+r"(in_r10));
  return f (x) * 2 + (in_r10 & 0);
}

NOINLINE long
call_target_in_r10 (function *f, long x)
{
  register function *target __asm__ ("r10") = f;

  __asm__ volatile ("" : "+r"(target));
  return target (x) * 2;
}

NOINLINE long
call_target_in_r11 (function *f, long x)
{
  register function *target __asm__ ("r11") = f;

  __asm__ volatile ("" : "+r"(target));
  return target (x) * 2;
}

NOINLINE long
call_target_in_r12 (function *f, long x)
{
  register function *target __asm__ ("r12") = f;
  long result;

  __asm__ volatile ("" : "+r"(target));
  result = target (x);
  __asm__ volatile ("" : "+r"(target));
  return result + target (x);
}

NOINLINE long
call_target_in_rax (function *f, long x)
{
  register function *target __asm__ ("rax") = f;

  __asm__ volatile ("" : "+r"(target));
  return target (x) * 2;
}

int
main (void)
{
  long result = 0;

  pointer = good;
  MUST_PASS (result = call_with_r10 (pointer, seven));
  CHECK (result == 16);
  MUST_PASS (result = call_target_in_r10 (pointer, seven));
  CHECK (result == 16);
  MUST_PASS (result = call_target_in_r11 (pointer, seven));
  CHECK (result == 16);
  MUST_PASS (result = call_target_in_r12 (pointer, seven));
  CHECK (result == 16);
  MUST_PASS (result = call_target_in_rax (pointer, seven));
  CHECK (result == 16);
  pointer = (function *) forged;
  MUST_TRAP (call_with_r10 (pointer, seven));
  MUST_TRAP (call_target_in_r10 (pointer, seven));
  MUST_TRAP (call_target_in_r11 (pointer, seven));
  MUST_TRAP (call_target_in_r12 (pointer, seven));
  MUST_TRAP (call_target_in_rax (pointer, seven));
  DONE ();
}
