/* SPDX-License-Identifier: GPL-3.0-or-later */
/* System calls and program entry without a C library, for init.c.

   A static program of a few kilobytes needs no cross C library, and calls
   nothing but what the test means to call.  Each machine gives raw_syscall ()
   and _start, which passes the initial stack pointer to init_main ().
   Numbers come from the kernel's own <asm/unistd.h>.  */

#ifndef INIT_SYSCALLS_H
#define INIT_SYSCALLS_H

#include <asm/unistd.h>

#if defined __x86_64__

static long
raw_syscall (long number, long a, long b, long c, long d, long e, long f)
{
  long result;
  register long r10 __asm__ ("r10") = d;
  register long r8 __asm__ ("r8") = e;
  register long r9 __asm__ ("r9") = f;

  __asm__ volatile ("syscall"
		    : "=a"(result)
		    : "0"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8),
		      "r"(r9)
		    : "rcx", "r11", "memory");
  return result;
}

__asm__ (".globl _start\n"
	 "_start:	xorl %ebp, %ebp\n"
	 "	movq %rsp, %rdi\n"
	 "	andq $-16, %rsp\n"
	 "	call init_main\n"
	 "	hlt\n");

#elif defined __aarch64__

static long
raw_syscall (long number, long a, long b, long c, long d, long e, long f)
{
  register long x8 __asm__ ("x8") = number;
  register long x0 __asm__ ("x0") = a;
  register long x1 __asm__ ("x1") = b;
  register long x2 __asm__ ("x2") = c;
  register long x3 __asm__ ("x3") = d;
  register long x4 __asm__ ("x4") = e;
  register long x5 __asm__ ("x5") = f;

  __asm__ volatile ("svc #0"
		    : "+r"(x0)
		    : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
		    : "memory");
  return x0;
}

__asm__ (".globl _start\n"
	 "_start:	mov x29, #0\n"
	 "	mov x30, #0\n"
	 "	mov x0, sp\n"
	 "	bl init_main\n"
	 "	brk #1\n");

#elif defined __riscv && __riscv_xlen == 64

static long
raw_syscall (long number, long a, long b, long c, long d, long e, long f)
{
  register long a7 __asm__ ("a7") = number;
  register long a0 __asm__ ("a0") = a;
  register long a1 __asm__ ("a1") = b;
  register long a2 __asm__ ("a2") = c;
  register long a3 __asm__ ("a3") = d;
  register long a4 __asm__ ("a4") = e;
  register long a5 __asm__ ("a5") = f;

  __asm__ volatile ("ecall"
		    : "+r"(a0)
		    : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
		    : "memory");
  return a0;
}

/* The linker makes addresses relative to gp.  */
__asm__ (".globl _start\n"
	 ".option push\n"
	 ".option norelax\n"
	 "_start:	la gp, __global_pointer$\n"
	 ".option pop\n"
	 "	mv a0, sp\n"
	 "	andi sp, sp, -16\n"
	 "	call init_main\n"
	 "	ebreak\n");

#elif defined __arm__

static long
raw_syscall (long number, long a, long b, long c, long d, long e, long f)
{
  register long r7 __asm__ ("r7") = number;
  register long r0 __asm__ ("r0") = a;
  register long r1 __asm__ ("r1") = b;
  register long r2 __asm__ ("r2") = c;
  register long r3 __asm__ ("r3") = d;
  register long r4 __asm__ ("r4") = e;
  register long r5 __asm__ ("r5") = f;

  __asm__ volatile ("swi #0"
		    : "+r"(r0)
		    : "r"(r7), "r"(r1), "r"(r2), "r"(r3), "r"(r4), "r"(r5)
		    : "memory");
  return r0;
}

__asm__ (".globl _start\n"
	 ".type _start, %function\n"
	 "_start:	mov r0, sp\n"
	 "	bic sp, sp, #7\n"
	 "	bl init_main\n"
	 "	udf #0\n");

#else
#error "init-syscalls.h: no system calls for this machine yet"
#endif

/* Machines of 32 bits have these under other names: time is 64 bits wide.  */
#ifdef __NR_futex_time64
#define NUMBER_FUTEX __NR_futex_time64
#define NUMBER_PPOLL __NR_ppoll_time64
#define NUMBER_SLEEP __NR_clock_nanosleep_time64
#else
#define NUMBER_FUTEX __NR_futex
#define NUMBER_PPOLL __NR_ppoll
#define NUMBER_SLEEP __NR_clock_nanosleep
#endif

#define SYSCALL(name, a, b, c, d, e)                                          \
  raw_syscall (__NR_##name, (long)(a), (long)(b), (long)(c), (long)(d),       \
	       (long)(e), 0)

#endif /* INIT_SYSCALLS_H */
