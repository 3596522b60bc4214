/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions that two-arms.h is to call, and main, which says what each arm
   must let pass: the calls of its own prototype, and no other.  */

static long
take_long (long x)
{
  REACHED ();
  return x + 1;
}

static long
take_unsigned (unsigned long x)
{
  REACHED ();
  return (long) x + 2;
}

static void
void_unsigned (unsigned x)
{
  if (x == 1)
    REACHED ();
}

void *volatile pointer;

int
main (void)
{
  long result = 0;

  pointer = (void *) take_long;
  MUST_PASS (result = two_arms (pointer, 0, 1));
  CHECK (result == 2);
  MUST_TRAP (two_arms (pointer, 1, 1));
  MUST_PASS (result = many_arms (pointer, 0, 1));
  CHECK (result == 3);
  MUST_TRAP (many_arms (pointer, 1, 1));
  MUST_TRAP (many_arms (pointer, 2, 1));
  MUST_TRAP (many_arms (pointer, 3, 1));
  MUST_TRAP (many_arms (pointer, 4, 1));
  pointer = (void *) take_unsigned;
  MUST_PASS (result = two_arms (pointer, 1, 1));
  CHECK (result == 3);
  MUST_TRAP (two_arms (pointer, 0, 1));
  MUST_PASS (result = many_arms (pointer, 1, 1));
  CHECK (result == 4);
  MUST_TRAP (many_arms (pointer, 0, 1));
  pointer = (void *) void_unsigned;
  MUST_PASS (two_arms_void (pointer, 1, 1));
  MUST_TRAP (two_arms_void (pointer, 0, 1));
  DONE ();
}
