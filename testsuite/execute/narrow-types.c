/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types that look alike in registers: char kinds, short, _Bool, enums, typedefs
   of unnamed structures.  Each is told from the others.  */

#include "trap.h"

enum color { RED, GREEN };
typedef struct { int x; } unnamed;
typedef struct { int x; } likewise;

static int take_char (char c) { REACHED (); return c + 1; }
static int take_schar (signed char c) { REACHED (); return c + 2; }
static int take_uchar (unsigned char c) { REACHED (); return c + 3; }
static int take_bool (_Bool b) { REACHED (); return b + 4; }
static int take_short (short s) { REACHED (); return s + 5; }
static int take_enum (enum color c) { REACHED (); return (int) c + 6; }
static int take_unsigned (unsigned u) { REACHED (); return (int) u + 7; }
static int take_unnamed (unnamed *p) { REACHED (); return p ? p->x : 8; }
static int take_likewise (likewise *p) { REACHED (); return p ? p->x : 9; }

#define CALLER(name, type)                                                    \
  NOINLINE int call_##name (void *f)                                          \
  {                                                                           \
    return ((int (*) (type)) f) ((type) 0) * 2;                               \
  }

CALLER (char, char)
CALLER (schar, signed char)
CALLER (uchar, unsigned char)
CALLER (bool, _Bool)
CALLER (short, short)
CALLER (enum, enum color)
CALLER (unsigned, unsigned)
CALLER (unnamed, unnamed *)
CALLER (likewise, likewise *)

void *volatile pointer;

#define TRY(name, expected, other)                                            \
  pointer = (void *) take_##name;                                             \
  MUST_PASS (result = call_##name (pointer));                                 \
  CHECK (result == (expected));                                               \
  pointer = (void *) take_##other;                                            \
  MUST_TRAP (call_##name (pointer))

int
main (void)
{
  int result = 0;

  TRY (char, 2, schar);
  TRY (schar, 4, uchar);
  TRY (uchar, 6, bool);
  TRY (bool, 8, char);
  TRY (short, 10, char);
  TRY (enum, 12, unsigned);
  TRY (unsigned, 14, enum);
  TRY (unnamed, 16, likewise);
  TRY (likewise, 18, unnamed);
  DONE ();
}
