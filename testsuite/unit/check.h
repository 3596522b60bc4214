/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reporting of the unit tests: one PASS or FAIL line for each assertion.  */

#ifndef KCFI_TEST_CHECK_H
#define KCFI_TEST_CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int check_failures;

static inline void
check (bool ok, const char *name)
{
  printf ("%s: %s\n", ok ? "PASS" : "FAIL", name);
  check_failures += !ok;
}

/* GOT must be the string EXPECTED.  */
static inline void
check_string (const char *name, const char *got, const char *expected)
{
  bool ok = got && !strcmp (got, expected);
  check (ok, name);
  if (!ok)
    printf ("  expected %s\n  got      %s\n", expected, got ? got : "NULL");
}

/* GOT must be the number EXPECTED.  */
static inline void
check_number (const char *name, unsigned long long got,
	      unsigned long long expected)
{
  check (got == expected, name);
  if (got != expected)
    printf ("  expected %llu (%#llx)\n  got      %llu (%#llx)\n", expected,
	    expected, got, got);
}

#endif
