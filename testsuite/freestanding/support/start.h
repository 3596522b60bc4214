/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finish (STATUS): the program ends, by Linux's exit, or in a microcontroller by
   semihosting (cortex-m.h), which also begins there.  */

#ifndef START_H
#define START_H

#ifdef CORTEX_M
#include "cortex-m.h"
#else

__attribute__ ((__noreturn__)) static void
finish (int status)
{
#if defined __aarch64__
  register long number __asm__("x8") = 93, code __asm__("x0") = status;
  __asm__ volatile ("svc 0" : : "r"(number), "r"(code));
#elif defined __arm__
  register long code __asm__("r0") = status;
  __asm__ volatile ("push {r7}\n\tmovs r7, #1\n\tsvc #0" : : "r"(code));
#elif defined __riscv
  register long number __asm__("a7") = 93, code __asm__("a0") = status;
  __asm__ volatile ("ecall" : : "r"(number), "r"(code));
#else
#error "write finish () for this machine"
#endif
  for (;;)
    ;
}

#endif
#endif
