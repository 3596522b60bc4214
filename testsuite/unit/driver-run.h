/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of plugin/driver/ give it a command line and look at what becomes of
   it.  */

#ifndef KCFI_DRIVER_RUN_H
#define KCFI_DRIVER_RUN_H

#define _POSIX_C_SOURCE 200809L

#include "../../plugin/driver/command-line.h"
#include "../../plugin/driver/switches.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

static inline void
check (bool ok, const char *name, const char *got)
{
  printf ("%s: %s\n", ok ? "PASS" : "FAIL", name);
  if (!ok)
    {
      failures++;
      printf ("  got: %s\n", got != NULL ? got : "(nothing)");
    }
}

static inline void
check_text (const char *got, const char *expected, const char *name)
{
  check (got != NULL && strcmp (got, expected) == 0, name, got);
}

/* The strings of LIST, joined by '|', in a buffer of its own.  */
static inline char *
join (const struct kcfi_strings *list)
{
  size_t length = 1;
  for (size_t i = 0; i < list->count; i++)
    length += strlen (list->items[i]) + 1;
  char *result = calloc (1, length);
  if (result == NULL)
    abort ();
  for (size_t i = 0; i < list->count; i++)
    {
      if (i > 0)
	strcat (result, "|");
      strcat (result, list->items[i]);
    }
  return result;
}

/* A command line that was read, and all that follows from it.  */
struct run
{
  char *storage;
  char *argv[64];
  struct kcfi_command_line line;
  struct kcfi_switches switches;
  struct kcfi_strings command;
  char *error;
  char *result; /* COMMAND joined, or the error.  */
};

/* Read WORDS, separated by '|'; the plugin is "P/kcfi.so".  */
static inline void
run (struct run *run, const char *words)
{
  memset (run, 0, sizeof *run);
  run->storage = strdup (words);
  if (run->storage == NULL)
    abort ();
  size_t count = 0;
  run->argv[count++] = "kcfi-gcc";
  for (char *word = strtok (run->storage, "|"); word != NULL;
       word = strtok (NULL, "|"))
    run->argv[count++] = word;

  run->error = kcfi_command_line_read (&run->line, run->argv);
  if (run->error == NULL)
    run->error = kcfi_switches_read (&run->switches, &run->line);
  if (run->error == NULL)
    {
      if (run->switches.on)
	kcfi_switches_write (&run->switches, "P/kcfi.so", &run->command);
      kcfi_command_line_write (&run->line, &run->command);
    }
  run->result = run->error != NULL ? strdup (run->error) : join (&run->command);
}

static inline void
run_free (struct run *run)
{
  kcfi_switches_free (&run->switches);
  kcfi_command_line_free (&run->line);
  kcfi_strings_free (&run->command);
  free (run->error);
  free (run->result);
  free (run->storage);
}

#define PLUGIN "-fplugin=P/kcfi.so"
#define NOCFI "-D__nocfi=__attribute__((__no_sanitize__(\"kcfi\")))"
#define LOADED PLUGIN "|" NOCFI
#define NORMALIZE "-fsanitize-cfi-icall-experimental-normalize-integers"
#define NO_NORMALIZE "-fno-sanitize-cfi-icall-experimental-normalize-integers"
#define GENERALIZE "-fsanitize-cfi-icall-generalize-pointers"
#define NO_GENERALIZE "-fno-sanitize-cfi-icall-generalize-pointers"
#define ARG "-fplugin-arg-kcfi-"

/* WORDS must become EXPECTED: GCC's arguments, or an error's whole text.  */
static inline void
check_run (const char *words, const char *expected)
{
  struct run one;
  run (&one, words);
  check_text (one.result, expected, words[0] != '\0' ? words : "no words");
  run_free (&one);
}

#endif
