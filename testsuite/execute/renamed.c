/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions with an assembler name of their own, hidden, protected, and inline
   ones in their C99 and GNU kinds, all reached through pointers.  */

#include "trap.h"

typedef int function (int);

int renamed (int) __asm__ ("quite_another_name");
int
renamed (int x)
{
  REACHED ();
  return x + 1;
}

int __attribute__ ((__visibility__ ("hidden")))
hidden (int x)
{
  REACHED ();
  return x + 2;
}

int __attribute__ ((__visibility__ ("protected")))
protected (int x)
{
  REACHED ();
  return x + 3;
}

static inline int
static_inline (int x)
{
  REACHED ();
  return x + 4;
}

inline int
c99_inline (int x)
{
  REACHED ();
  return x + 5;
}
extern inline int c99_inline (int);

static inline __attribute__ ((__always_inline__)) int
always_inline (int x)
{
  REACHED ();
  return x + 6;
}

inline int
forged (unsigned x)
{
  REACHED ();
  return (int) x + 7;
}
extern inline int forged (unsigned);

function *volatile pointer;

NOINLINE int
call (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  static function *const all[] = { renamed, hidden, protected, static_inline,
				   c99_inline, always_inline };
  int i, result = 0;

  for (i = 0; i < 6; i++)
    {
      pointer = all[i];
      MUST_PASS (result = call (pointer, 0));
      CHECK (result == 2 * (i + 1));
    }
  pointer = (function *) forged;
  MUST_TRAP (call (pointer, 0));
  DONE ();
}
