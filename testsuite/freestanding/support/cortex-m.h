/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A microcontroller of the M profile: the vector table, and an end by
   semihosting (SYS_EXIT_EXTENDED).  A trap is a fault there: bkpt without a
   debugger on ARMv6-M, an undefined instruction on later ones.  The handler
   looks where it came from and ends with

     3  at the trap of a check: udf #(0x80 | N) or bkpt #0, with a call through
	a register behind it
     4  anywhere else  */

#include <stdint.h>

/* Behind RAM that every board has.  */
#ifndef STACK
#define STACK 0x20004000
#endif

void run (void);

__attribute__ ((__noreturn__)) static void
finish (int status)
{
  uint32_t block[2] = { 0x20026 /* ADP_Stopped_ApplicationExit */, 0 };
  register uint32_t operation __asm__("r0") = 0x20;
  register uint32_t *argument __asm__("r1") = block;

  block[1] = (uint32_t) status;
  __asm__ volatile ("bkpt #0xab" : : "r"(operation), "r"(argument) : "memory");
  for (;;)
    ;
}

/* FRAME is what the core has pushed: r0 to r3, r12, lr, pc, xpsr.  */
__attribute__ ((__used__)) static void
on_fault (const uint32_t *frame)
{
  const uint16_t *code = (const uint16_t *) frame[6];
  int trap = (code[0] & 0xfff0) == 0xde80 || code[0] == 0xbe00;
  int call = (code[1] & 0xff07) == 0x4700; /* blx rN or bx rN.  */

  finish (trap && call ? 3 : 4);
}

__attribute__ ((__naked__)) static void
fault (void)
{
  __asm__ ("mov r0, sp\n\tldr r1, =on_fault\n\tbx r1\n\t.ltorg");
}

__attribute__ ((__section__ (".vectors"), __used__)) static const void *const
vectors[] = { (void *) STACK, run, fault, fault, fault, fault, fault };
