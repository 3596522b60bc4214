/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang aligns the preamble and not the entry" } */
/* aligned (64) is a promise about the entry.  */

#include "trap.h"

/* The id must be aligned to 4 as well: an odd number of two-byte nops behind it
   keeps the entry 2 short of the boundary.  */
#define SHORT (TRAP_PREFIX * TRAP_NOP_BYTES % 4)
#ifdef __thumb__
#define ENTRY(POINTER) (((unsigned long) (POINTER) & ~1ul) + SHORT)
#elif defined(__riscv) || defined(__s390__)
#define ENTRY(POINTER) ((unsigned long) (POINTER) + SHORT)
#else
#define ENTRY(POINTER) ((unsigned long) (POINTER))
#endif

typedef int function (int);

static int __attribute__ ((__aligned__ (64)))
good (int x)
{
  REACHED ();
  return x + 1;
}

static int __attribute__ ((__aligned__ (32)))
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

int __attribute__ ((__aligned__ (256)))
another (int x)
{
  REACHED ();
  return x + 3;
}

function *volatile pointer;

NOINLINE __attribute__ ((__aligned__ (128))) int
call (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  pointer = good;
  CHECK (ENTRY (pointer) % 64 == 0);
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 4);
  pointer = another;
  CHECK (ENTRY (pointer) % 256 == 0);
  MUST_PASS (result = call (pointer, 1));
  CHECK (result == 8);
  pointer = (function *) forged;
  CHECK (ENTRY (pointer) % 32 == 0);
  MUST_TRAP (call (pointer, 1));
  DONE ();
}
