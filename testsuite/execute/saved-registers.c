/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-require plugin "clang's check clobbers r10 and r11 there, which it does not save" } */
/* { dg-more-options "-mgeneral-regs-only" } */
/* A function that must save every register, as interrupt handlers do, and calls
   through a pointer: whatever the check uses as scratch must have been saved.  */

#define TRAP_STRICT 0
#include "trap.h"

typedef void function (long *);

void
right (long *x)
{
  REACHED ();
  ++*x;
}

void
wrong (unsigned long *x)
{
  REACHED ();
  ++*x;
}

function *volatile pointer;

__attribute__ ((__no_caller_saved_registers__, __used__, __noinline__, __noclone__)) void
saver (long *x)
{
  pointer (x);
  ++*x;
}

/* A callee that saves all of them: then the caller has saved none.  */
typedef void saving (long *) __attribute__ ((__no_caller_saved_registers__));

__attribute__ ((__no_caller_saved_registers__)) void
right_saver (long *x)
{
  REACHED ();
  ++*x;
}

__attribute__ ((__no_caller_saved_registers__)) void
wrong_saver (unsigned long *x)
{
  REACHED ();
  ++*x;
}

saving *volatile saving_pointer;

__attribute__ ((__no_caller_saved_registers__, __used__, __noinline__, __noclone__)) void
saver_of_saving (long *x)
{
  saving_pointer (x);
  ++*x;
}

/* Every call-clobbered register keeps its value over the call of CALLEE, a name;
   how many did not.  */
#define LOST_BY(CALLEE)                                                       \
  NOINLINE int lost_by_##CALLEE (long *x)                                      \
  {                                                                            \
    register long r8 __asm__ ("r8") = 8, r9 __asm__ ("r9") = 9,                \
		     r10 __asm__ ("r10") = 10, r11 __asm__ ("r11") = 11;       \
    long ax = 1, cx = 2, dx = 3, si = 4;                                       \
    __asm__ volatile ("subq $128, %%rsp\n\t"                                   \
		      "call " #CALLEE "\n\t"                                   \
		      "addq $128, %%rsp"                                       \
		      : "+a" (ax), "+c" (cx), "+d" (dx), "+S" (si), "+r" (r8), \
			"+r" (r9), "+r" (r10), "+r" (r11)                      \
		      : "D" (x)                                                \
		      : "memory", "cc");                                       \
    return (ax != 1) + (cx != 2) + (dx != 3) + (si != 4) + (r8 != 8)           \
	   + (r9 != 9) + (r10 != 10) + (r11 != 11);                            \
  }
LOST_BY (saver)
LOST_BY (saver_of_saving)

int
main (void)
{
  long x = 0;
  int lost = -1;

  pointer = right;
  MUST_PASS (lost = lost_by_saver (&x));
  CHECK (lost == 0);
  CHECK (x == 2);
  pointer = (function *) wrong;
  MUST_TRAP (lost_by_saver (&x));

  saving_pointer = right_saver;
  MUST_PASS (lost = lost_by_saver_of_saving (&x));
  CHECK (lost == 0);
  CHECK (x == 4);
  saving_pointer = (saving *) wrong_saver;
  MUST_TRAP (lost_by_saver_of_saving (&x));
  DONE ();
}
