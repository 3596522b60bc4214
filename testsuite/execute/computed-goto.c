/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An interpreter: computed gotos, a switch table and checked calls in one
   function.  Jumps are no calls and stay unchecked.  */

#include "trap.h"

typedef int operation (int);

static int
increment (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (int *p)
{
  REACHED ();
  return p != 0;
}

operation *volatile pointer;

NOINLINE int
interpret (const unsigned char *code, operation *f)
{
  static const void *const labels[] = { &&call, &&twice, &&halve, &&table, &&end };
  int value = 1;

  goto *labels[*code++];
call:
  value = f (value);
  goto *labels[*code++];
twice:
  value *= 2;
  goto *labels[*code++];
halve:
  value /= 2;
  goto *labels[*code++];
table:
  switch (value)
    {
    case 2: value += 100; break;
    case 3: value *= 7; break;
    case 4: value = f (value) + 9; break;
    case 5: value ^= 1; break;
    case 6: value -= 8; break;
    case 7: value = -value; break;
    default: value = 0; break;
    }
  goto *labels[*code++];
end:
  return value;
}

int
main (void)
{
  static const unsigned char first[] = { 0, 1, 3, 4 };  /* call twice table */
  static const unsigned char second[] = { 1, 0, 1, 2, 0, 3, 4 };
  int result = 0;

  pointer = increment;
  MUST_PASS (result = interpret (first, pointer));
  CHECK (result == 14);
  MUST_PASS (result = interpret (second, pointer));
  CHECK (result == 14);
  pointer = (operation *) forged;
  MUST_TRAP (interpret (first, pointer));
  MUST_TRAP (interpret (second, pointer));
  DONE ();
}
