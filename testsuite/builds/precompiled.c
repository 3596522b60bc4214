/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With precompiled.h as a precompiled header, by -include; precompiled-other.c
   has none, and the ids must be the same.  */

extern of_struct of_other_unit;

int
right (int x)
{
  REACHED ();
  return x + 1;
}

int
wrong (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

function *volatile pointer;
of_struct *volatile struct_pointer;

NOINLINE int
call_struct (of_struct *f, named_by_typedef *s)
{
  return f (s) * 2;
}

int
main (void)
{
  named_by_typedef s = { 4 };
  int r;

  pointer = right;
  MUST_PASS (r = call_checked (pointer, 1));
  struct_pointer = table[0];
  MUST_PASS (r = call_struct (struct_pointer, &s));
  CHECK (r == 8);
  /* Compiled without the precompiled header.  */
  struct_pointer = of_other_unit;
  MUST_PASS (r = call_struct (struct_pointer, &s));
  CHECK (r == 10);
  pointer = (function *) wrong;
  MUST_TRAP (r = call_checked (pointer, 1));
  MUST_NOT_CHECK (r = call_unchecked (pointer, 1));
  DONE ();
}
