/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program of this theme is a list of scenes.  Each runs in a process of its own,
   since some end by a signal, and what it writes to report_file is compared here:

     SCENE (name)	the function of a scene, between braces; it returns to pass
     run (name, how)	runs it; HOW is ENDS_WELL, or what must end it  */

#ifndef SCENES_H
#define SCENES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <kcfi/posix.h>

/* From Clang 19: `movl $ID, %eax' in front of functions of these types.  */
#define ID_OF_INT_INT 0x00050794u
#define ID_OF_INT_CHAR_POINTER 0x421d93eeu
#define ID_OF_INT_VOID 0x36b1c5a6u

#define NOINLINE __attribute__ ((__noinline__, __noclone__))

enum how
{
  ENDS_WELL,
  ENDS_BY_TRAP, /* SIGILL or SIGTRAP, as the machine has it.  */
  ENDS_WITH_7
};

static int report_file, failures;

static void
check (int ok, const char *what)
{
  if (ok)
    return;
  fprintf (stderr, "does not hold: %s\n", what);
  failures = 1;
}
#define CHECK(condition) check ((condition) != 0, #condition)

static int
ended_p (int status, enum how how)
{
  if (how == ENDS_BY_TRAP)
    return WIFSIGNALED (status)
	   && (WTERMSIG (status) == SIGILL || WTERMSIG (status) == SIGTRAP);
  return WIFEXITED (status) && WEXITSTATUS (status) == (how == ENDS_WELL ? 0 : 7);
}

/* What the scene has reported.  */
static char report[1024];

static void
run_scene (void (*scene) (void), const char *name, enum how how)
{
  int ends[2], status;
  ssize_t length = 0, got;
  fflush (0);
  if (pipe (ends))
    abort ();
  report_file = ends[1];
  pid_t child = fork ();
  if (child == 0)
    {
      scene ();
      exit (failures);
    }
  close (ends[1]);
  while ((got = read (ends[0], report + length, sizeof report - 1 - length)) > 0)
    length += got;
  report[length] = 0;
  close (ends[0]);
  waitpid (child, &status, 0);
  if (!ended_p (status, how))
    {
      fprintf (stderr, "scene %s: status %#x\n", name, status);
      failures = 1;
    }
}
#define run(scene, how) run_scene (scene, #scene, how)

/* The report is one line about a call from CALLER to TARGET.  */
static inline void
check_report (const void *caller, const void *target, unsigned expected,
	      unsigned found)
{
  unsigned long at = 0, to = 0;
  unsigned expected_there = 0, found_there = 0;
  int end = -1;
  sscanf (report,
	  "CFI failure at 0x%lx (target: 0x%lx; expected type: 0x%x; found: "
	  "0x%x)\n%n",
	  &at, &to, &expected_there, &found_there, &end);
  CHECK (end == (int) strlen (report));
  CHECK (at - (unsigned long) caller < 400);
  CHECK (to == (unsigned long) target);
  CHECK (expected_there == expected);
  CHECK (found_there == found);
  if (failures)
    fprintf (stderr, "the report was: %s\n", report);
}

#endif
