/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reporting half of trap.h: signal handler and verdicts.  Compiled once per
   run, without the plugin, and linked into every execution test.  */

#define _GNU_SOURCE 1 /* REG_RIP */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

#include "../trap.h"

sigjmp_buf trap_return;
volatile int trap_reached;

#if defined(__x86_64__)
#include "machine-x86_64.h"
#elif defined(__arm__)
#include "machine-arm.h"
#elif defined(__aarch64__)
#include "machine-aarch64.h"
#elif defined(__riscv)
#include "machine-riscv.h"
#elif defined(__i386__)
#include "machine-i386.h"
#elif defined(__s390__)
#include "machine-s390.h"
#elif defined(__powerpc__)
#include "machine-powerpc.h"
#elif defined(__mips__)
#include "machine-mips.h"
#elif defined(__loongarch__)
#include "machine-loongarch.h"
#else
#error "write execute/support/machine-MACHINE.h for this machine"
#endif

/* Put around the table by lib/kcfi-traps.ld.  */
extern const int32_t __start_kcfi_traps[], __stop_kcfi_traps[];

static enum trap_mode mode;
static const char *volatile name;
static volatile int line, trapped, active, failures, prefix, strict;

static void
complain (const char *what)
{
  failures++;
  printf ("line %d: %s: %s\n", line, name ? name : "(no call)", what);
  fflush (stdout);
}

/* Is SITE listed in .kcfi_traps, whose entries are offsets from themselves?  */
static int
listed (const unsigned char *site)
{
  const int32_t *entry;

  for (entry = __start_kcfi_traps; entry != __stop_kcfi_traps; entry++)
    if ((const unsigned char *) entry + *entry == site)
      return 1;
  return 0;
}

static void
on_trap (int signal, siginfo_t *info, void *data)
{
  ucontext_t *context = data;
  const unsigned char *site = machine_trap_address (context);
  const char *problem;

  (void) signal;
  (void) info;
  trapped++;
  if (!active || mode == TRAP_FORBIDDEN)
    {
      complain ("trap where none may be");
      exit (1);
    }
  problem = machine_judge_trap (context, site, prefix, strict);
  if (problem)
    complain (problem);
  if (MACHINE_HAS_TRAP_TABLE && !listed (site))
    complain ("the trap site is not in .kcfi_traps");
  if (trap_reached)
    complain ("the forged callee ran before the trap");
  if (mode == TRAP_RESUME)
    machine_skip_trap (context);
  else
    siglongjmp (trap_return, 1);
}

void
trap_begin (enum trap_mode new_mode, const char *call, int call_line,
	    int new_prefix, int new_strict)
{
  static int installed;

  if (!installed)
    {
      struct sigaction action = { .sa_flags = SA_SIGINFO };

      action.sa_sigaction = on_trap;
      if (sigaction (MACHINE_SIGNAL, &action, 0) != 0)
	abort ();
#ifdef MACHINE_SIGNAL_2
      if (sigaction (MACHINE_SIGNAL_2, &action, 0) != 0)
	abort ();
#endif
      installed = 1;
    }
  mode = new_mode;
  name = call;
  line = call_line;
  prefix = new_prefix;
  strict = new_strict;
  trapped = 0;
  trap_reached = 0;
  active = 1;
}

void
trap_end (void)
{
  active = 0;
  switch (mode)
    {
    case TRAP_FORBIDDEN:
      if (!trap_reached)
	complain ("the callee was not reached");
      break;
    case TRAP_JUMP:
      if (!trapped)
	complain ("no trap");
      if (trap_reached)
	complain ("the forged callee ran");
      break;
    case TRAP_RESUME:
      if (trapped != 1)
	complain (trapped ? "more than one trap" : "no trap");
      if (!trap_reached)
	complain ("execution did not go on with the call");
      break;
    }
}

void
trap_check (int ok, const char *condition, int condition_line)
{
  if (ok)
    return;
  name = condition;
  line = condition_line;
  complain ("does not hold");
}

int
trap_done (void)
{
  if (name == 0)
    complain ("the test expects nothing");
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
