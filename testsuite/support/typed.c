/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of assembler with the macros of kcfi/asm.h, called through pointers of
   their type and of another.  */

#include "scenes.h"

extern int typed_add (int);
extern int untyped (int);

typedef int function (int);
typedef int other (char *);

function *volatile good = typed_add;
function *volatile without_id = untyped;
other *volatile forged = (other *) typed_add;

NOINLINE static int
call (function *f, int x)
{
  return f (x) * 2;
}

NOINLINE static int
call_other (other *f, char *p)
{
  return f (p) * 2;
}

static void
matching (void)
{
  kcfi_posix_install (KCFI_POSIX_ABORT, report_file);
  CHECK (call (good, 5) == 12);
}

static void
wrong_type (void)
{
  kcfi_posix_install (KCFI_POSIX_ABORT, report_file);
  call_other (forged, 0);
}

static void
no_type (void)
{
  kcfi_posix_install (KCFI_POSIX_ABORT, report_file);
  call (without_id, 1);
}

int
main (void)
{
  run (matching, ENDS_WELL);
  CHECK (report[0] == 0);
  run (wrong_type, ENDS_BY_TRAP);
  check_report ((void *) call_other, (void *) typed_add, ID_OF_INT_CHAR_POINTER,
		ID_OF_INT_INT);
  run (no_type, ENDS_BY_TRAP);
  CHECK (strstr (report, "; expected type: 0x00050794; found: ") != 0);
  return failures;
}
