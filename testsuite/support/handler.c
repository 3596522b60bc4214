/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handler of kcfi/posix.h: what it says of a forged call, that it ends the
   program or goes on, and what becomes of traps that are not KCFI's.  */

#include "scenes.h"
#ifdef TRAP_TABLE
extern const unsigned char __start_kcfi_traps[], __stop_kcfi_traps[];
#endif

typedef int function (int);

static int
add (int x)
{
  return x + 1;
}

static int
take (char *p)
{
  return p ? 40 : 20;
}

function *volatile good = add;
function *volatile forged = (function *) take;

NOINLINE int
call (function *f, int x)
{
  return f (x) * 2;
}

NOINLINE int
jump (function *f, int x)
{
  return f (x + 1);
}

/* --- Failed checks ------------------------------------------------------------ */

static void
install (enum kcfi_posix_action action)
{
  CHECK (kcfi_posix_install (action, report_file) == 0);
}

static void
matching (void)
{
  install (KCFI_POSIX_ABORT);
  CHECK (call (good, 5) == 12);
  CHECK (jump (good, 5) == 7);
}

static void
aborted (void)
{
  install (KCFI_POSIX_ABORT);
  call (forged, 5);
  _exit (7);
}

static void
aborted_jump (void)
{
  install (KCFI_POSIX_ABORT);
  jump (forged, 5);
  _exit (7);
}

static void
resumed (void)
{
  install (KCFI_POSIX_RESUME);
  errno = 1234;
  CHECK (call (forged, 5) == 80);
  CHECK (errno == 1234);
}

static void
resumed_often (void)
{
  install (KCFI_POSIX_RESUME);
  for (int i = 0; i < 3; i++)
    CHECK (jump (forged, i - 1) == (i ? 40 : 20));
}

/* No file descriptor is left, nor any memory behind the standard stack.  */
static void
poor (void)
{
  install (KCFI_POSIX_ABORT);
  while (dup (0) >= 0)
    ;
  call (forged, 5);
}

/* --- Traps of others ------------------------------------------------------------ */

static void
foreign (void)
{
  install (KCFI_POSIX_RESUME);
  __builtin_trap ();
}

static void
on_signal (int number)
{
  (void) number;
  _exit (7);
}

static void
on_signal_with_context (int number, siginfo_t *info, void *context)
{
  _exit (info && context && info->si_signo == number ? 7 : 8);
}

static void
foreign_with_handler (void)
{
  signal (SIGILL, on_signal);
  signal (SIGTRAP, on_signal);
  foreign ();
}

static void
foreign_with_action (void)
{
  struct sigaction action;
  memset (&action, 0, sizeof action);
  action.sa_sigaction = on_signal_with_context;
  action.sa_flags = SA_SIGINFO;
  sigaction (SIGILL, &action, 0);
  sigaction (SIGTRAP, &action, 0);
  foreign ();
}

/* --- A handler of one's own ------------------------------------------------------ */

static volatile struct kcfi_trap seen;

static void
on_trap (int number, siginfo_t *info, void *context)
{
  struct kcfi_trap trap = kcfi_posix_decode (context);
  (void) number;
  (void) info;
  *(struct kcfi_trap *) &seen = trap;
  KCFI_POSIX_PC ((ucontext_t *) context) += trap.skip;
}

static void
own_handler (void)
{
  struct sigaction action;
  memset (&action, 0, sizeof action);
  action.sa_sigaction = on_trap;
  action.sa_flags = SA_SIGINFO;
  sigaction (SIGILL, &action, 0);
  sigaction (SIGTRAP, &action, 0);
  CHECK (call (forged, 5) == 80);
  CHECK (seen.kind == KCFI_CALL);
  CHECK (seen.found_known && seen.found == ID_OF_INT_CHAR_POINTER);
  CHECK (seen.id_offset == 4 + PREFIX_BYTES);
#ifdef TRAP_TABLE
  CHECK (kcfi_listed (__start_kcfi_traps, __stop_kcfi_traps, seen.caller));
  CHECK (!kcfi_listed (__start_kcfi_traps, __stop_kcfi_traps, seen.resume));
#endif
/* Thumb-1 has no sibling calls through pointers.  */
#if defined TAIL_CALLS && (!defined __thumb__ || defined __thumb2__)
  CHECK (jump (forged, 5) == 40);
  CHECK (seen.kind == KCFI_TAIL_CALL);
#endif
}

/* Memory that is not there is said so, and the pipe is as before.  */
static void
unreadable (void)
{
  struct kcfi_posix_context context = { 0, { -1, -1 } };
  unsigned char bytes[4];
  int value = 0x12345678;
  volatile uintptr_t nowhere = 16;
  CHECK (pipe (context.pipe) == 0);
  CHECK (!kcfi_posix_read (&context, nowhere, bytes, 4));
  CHECK (kcfi_posix_read (&context, (uintptr_t) &value, bytes, 4));
  CHECK (memcmp (bytes, &value, 4) == 0);
}

int
main (void)
{
  run (matching, ENDS_WELL);
  CHECK (report[0] == 0);
  run (aborted, ENDS_BY_TRAP);
  check_report ((void *) call, (void *) take, ID_OF_INT_INT,
		ID_OF_INT_CHAR_POINTER);
  run (aborted_jump, ENDS_BY_TRAP);
  check_report ((void *) jump, (void *) take, ID_OF_INT_INT,
		ID_OF_INT_CHAR_POINTER);
  run (resumed, ENDS_WELL);
  check_report ((void *) call, (void *) take, ID_OF_INT_INT,
		ID_OF_INT_CHAR_POINTER);
  run (resumed_often, ENDS_WELL);
  run (poor, ENDS_BY_TRAP);
  check_report ((void *) call, (void *) take, ID_OF_INT_INT,
		ID_OF_INT_CHAR_POINTER);
  run (foreign, ENDS_BY_TRAP);
  CHECK (strncmp (report, "the trap at 0x", 14) == 0
	 && strstr (report, " is not one of KCFI\n"));
  run (foreign_with_handler, ENDS_WITH_7);
  CHECK (report[0] == 0);
  run (foreign_with_action, ENDS_WITH_7);
  CHECK (report[0] == 0);
  run (own_handler, ENDS_WELL);
  run (unreadable, ENDS_WELL);
  return failures;
}
