/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KCFI_UNCHECKED and KCFI_SALT: a call that is not checked reaches a function of
   another type, and a pointer with a salt accepts no function without it.  */

#include "scenes.h"

typedef int function (int);
typedef int KCFI_SALT ("driver") salted (int);

static int
take (char *p)
{
  return p ? 40 : 20;
}

static int
add (int x)
{
  return x + 1;
}

static int KCFI_SALT ("driver")
add_salted (int x)
{
  return x + 2;
}

function *volatile forged = (function *) take;
salted *volatile right = add_salted;
salted *volatile plain = (salted *) add;

KCFI_UNCHECKED NOINLINE static int
call_unchecked (function *f, int x)
{
  return f (x) * 2;
}

NOINLINE static int
call_salted (salted *f, int x)
{
  return f (x) * 2;
}

static void
unchecked (void)
{
  kcfi_posix_install (KCFI_POSIX_ABORT, report_file);
  CHECK (call_unchecked (forged, 5) == 80);
  CHECK (call_salted (right, 5) == 14);
}

static void
without_salt (void)
{
  kcfi_posix_install (KCFI_POSIX_ABORT, report_file);
  call_salted (plain, 5);
}

int
main (void)
{
  run (unchecked, ENDS_WELL);
  CHECK (report[0] == 0);
  run (without_salt, ENDS_BY_TRAP);
  CHECK (strstr (report, "; found: 0x00050794)\n") != 0);
  return failures;
}
