/* Copyright (C) 2026 the authors of KCFI for GCC.
   SPDX-License-Identifier: 0BSD

   Permission to use, copy, modify, and/or distribute this software for any
   purpose with or without fee is hereby granted.  The software is provided "as
   is" and the author disclaims all warranties with regard to this software.  */

/* A handler of failed checks for programs under Linux.  In one unit:

     #include <kcfi/posix.h>

     int
     main (void)
     {
       kcfi_posix_install (KCFI_POSIX_ABORT, 2);
       ...

   A failed check writes its line (kcfi/format.h) to a file descriptor; then the
   program ends by the trap's own signal, as it would without the handler, or the
   call is made all the same.  Other traps go to the handler that was there before,
   or end the program.  Nothing in it is unsafe in a signal handler.  */

#ifndef KCFI_POSIX_H
#define KCFI_POSIX_H

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <ucontext.h>
#include <unistd.h>

#include "kcfi.h"

#ifndef SA_SIGINFO
#error                                                                         \
    "kcfi/posix.h needs POSIX signals: compile with -std=gnu11 or -D_GNU_SOURCE"
#endif

enum kcfi_posix_action
{
  KCFI_POSIX_ABORT, /* End the program.  */
  KCFI_POSIX_RESUME /* Make the call: for finding failures, not for safety.  */
};

/* x86: places in gregs, which have names only with _GNU_SOURCE, of the registers
   in the order of their numbers, and of the instruction's address.  */
#if defined __x86_64__
#define KCFI_POSIX_GREGS 13, 14, 12, 11, 15, 10, 9, 8, 0, 1, 2, 3, 4, 5, 6, 7
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.gregs[16])
#elif defined __i386__
#define KCFI_POSIX_GREGS 11, 10, 9, 8, 7, 6, 5, 4
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.gregs[14])
#elif defined __aarch64__
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.pc)
#elif defined __arm__
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.arm_pc)
#elif defined __riscv
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.__gregs[0])
#elif defined __s390x__
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.psw.addr)
#elif defined __powerpc64__
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.gp_regs[32])
#elif defined __mips__
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.pc)
#elif defined __loongarch__
#define KCFI_POSIX_PC(context) ((context)->uc_mcontext.__pc)
#else
#error "kcfi/posix.h does not know this machine"
#endif

/* What the functions below read from.  */
struct kcfi_posix_context
{
  const ucontext_t *user;
  int pipe[2]; /* -1 if there is none.  */
};

static inline kcfi_u64
kcfi_posix_register (const void *context, unsigned number)
{
  const ucontext_t *user = ((const struct kcfi_posix_context *) context)->user;
#if defined KCFI_POSIX_GREGS
  static const unsigned char places[] = { KCFI_POSIX_GREGS };
  return (kcfi_u64) user->uc_mcontext.gregs[places[number % sizeof places]];
#elif defined __aarch64__
  return user->uc_mcontext.regs[number % 31];
#elif defined __arm__
  /* r0 to r15 are adjacent.  */
  return (&user->uc_mcontext.arm_r0)[number % 16];
#elif defined __riscv
  /* In the place of x0 is the pc.  */
  return number % 32 ? user->uc_mcontext.__gregs[number % 32] : 0;
#elif defined __s390x__
  return user->uc_mcontext.gregs[number % 16];
#elif defined __powerpc64__
  /* 35 and 36: PT_CTR and PT_LNK of Linux.  */
  return user->uc_mcontext.gp_regs[number == KCFI_POWERPC_CTR  ? 35
				   : number == KCFI_POWERPC_LR ? 36
							       : number % 32];
#elif defined __mips__
  return user->uc_mcontext.gregs[number % 32];
#elif defined __loongarch__
  return user->uc_mcontext.__gregs[number % 32];
#endif
}

/* Copies memory that perhaps is not there: the system finds out, when it should
   write it to a pipe.  A process without a free file descriptor reads it directly,
   which only fails for a trap of another kind at the edge of its code.  */
static inline int
kcfi_posix_read (const void *context, kcfi_u64 address, void *bytes,
		 unsigned count)
{
  const int *ends = ((const struct kcfi_posix_context *) context)->pipe;
  const volatile unsigned char *from
      = (const volatile unsigned char *) (uintptr_t) address;
  if ((uintptr_t) address != address)
    return 0;
  if (ends[0] >= 0)
    return write (ends[1], (const void *) (uintptr_t) address, count)
	       == (ssize_t) count
	   && read (ends[0], bytes, count) == (ssize_t) count;
  for (unsigned i = 0; i < count; i++)
    ((unsigned char *) bytes)[i] = from[i];
  return 1;
}

/* What the signal with the ucontext_t CONTEXT says: for handlers of one's own.  */
static inline struct kcfi_trap
kcfi_posix_decode (const void *context)
{
  struct kcfi_posix_context own;
  struct kcfi_state state;
  struct kcfi_trap trap;
  own.user = (const ucontext_t *) context;
  if (pipe (own.pipe))
    own.pipe[0] = own.pipe[1] = -1;
  state.address = (uintptr_t) KCFI_POSIX_PC (own.user);
  state.get = kcfi_posix_register;
  state.read = kcfi_posix_read;
  state.context = &own;
  state.flags = KCFI_FLAGS;
#if defined __arm__
  if (own.user->uc_mcontext.arm_cpsr & 0x20)
    state.flags |= KCFI_THUMB;
#endif
  trap = kcfi_decode (&state);
  for (int i = 0; i < 2; i++)
    if (own.pipe[i] >= 0)
      close (own.pipe[i]);
  return trap;
}

static enum kcfi_posix_action kcfi_posix_chosen;
static int kcfi_posix_file, kcfi_posix_installed;

/* What was there before, for SIGILL and SIGTRAP.  */
static struct sigaction kcfi_posix_before[2];

static inline void
kcfi_posix_say (const struct kcfi_trap *trap)
{
  char line[KCFI_LINE_BYTES];
  unsigned length = kcfi_format (trap, line, sizeof line);
  if (write (kcfi_posix_file, line, length) < 0)
    return;
}

/* The program ends by SIGNAL as soon as its handler returns.  Just to return would
   not do on s390x, whose processor stands behind the trap.  */
static inline void
kcfi_posix_end (int signal_number)
{
  struct sigaction standard;
  standard.sa_handler = SIG_DFL;
  standard.sa_flags = 0;
  sigemptyset (&standard.sa_mask);
  sigaction (signal_number, &standard, 0);
  raise (signal_number);
}

/* A trap that is not KCFI's.  */
static inline void
kcfi_posix_pass_on (int signal_number, siginfo_t *info, void *context,
		    const struct kcfi_trap *trap)
{
  const struct sigaction *before = &kcfi_posix_before[signal_number == SIGTRAP];
  if (before->sa_flags & SA_SIGINFO)
    before->sa_sigaction (signal_number, info, context);
  else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN)
    before->sa_handler (signal_number);
  else
    {
      kcfi_posix_say (trap);
      kcfi_posix_end (signal_number);
    }
}

static inline void
kcfi_posix_handle (int signal_number, siginfo_t *info, void *context)
{
  int saved_errno = errno;
  struct kcfi_trap trap = kcfi_posix_decode (context);
  if (!trap.kind)
    kcfi_posix_pass_on (signal_number, info, context, &trap);
  else
    {
      kcfi_posix_say (&trap);
      if (kcfi_posix_chosen == KCFI_POSIX_RESUME)
	KCFI_POSIX_PC ((ucontext_t *) context)
	    = (__typeof__ (KCFI_POSIX_PC ((ucontext_t *) context))) trap.resume;
      else
	kcfi_posix_end (signal_number);
    }
  errno = saved_errno;
}

/* From now on failed checks are written to FILE and end as ACTION says.  Threads
   that have an alternate signal stack use it.  Returns 0, or -1 with errno set.  */
static inline int
kcfi_posix_install (enum kcfi_posix_action action, int file)
{
  static const int signals[] = { SIGILL, SIGTRAP };
  struct sigaction handler;
  kcfi_posix_chosen = action;
  kcfi_posix_file = file;
  if (kcfi_posix_installed)
    return 0;
  handler.sa_sigaction = kcfi_posix_handle;
  handler.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset (&handler.sa_mask);
  for (int i = 0; i < 2; i++)
    if (sigaction (signals[i], &handler, &kcfi_posix_before[i]))
      return -1;
  kcfi_posix_installed = 1;
  return 0;
}

#endif
