/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forty prototypes; for each a function and a caller in both halves.  Each
   caller calls the other half's function of its type, and is offered that of
   the next type.  */

#include "trap.h"
#include "prototypes.h"

struct entry first_half[] = {
#define P(name, result, parameters, arguments)                                \
  { (void *) function_##name, call_##name },
#include "prototypes.def"
#undef P
};

enum { COUNT = sizeof first_half / sizeof first_half[0] };

/* Hands a function of one half to a caller of the other.  */
static void
try (const struct entry *callers, const struct entry *functions)
{
  int i;

  for (i = 0; i < COUNT; i++)
    {
      void *volatile right = functions[i].function;
      void *volatile wrong = functions[(i + 1) % COUNT].function;

      MUST_PASS (callers[i].call (right));
      MUST_TRAP (callers[i].call (wrong));
    }
}

int
main (void)
{
#ifdef __SIZEOF_INT128__
  CHECK (COUNT == 40);
#else
  CHECK (COUNT == 38);
#endif
  try (first_half, second_half);
  try (second_half, first_half);
  try (first_half, first_half);
  DONE ();
}
