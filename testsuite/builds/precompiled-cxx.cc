/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Includes precompiled-cxx.hh as a precompiled header (cxx.tcl).  */

static int
own (outer::box<int> *b, const left &) noexcept
{
  REACHED ();
  return b->value;
}

static int
forged (outer::box<long> *, const left &) noexcept
{
  REACHED ();
  return 0;
}

static int
wrong (long x)
{
  REACHED ();
  return (int) x;
}

static NOINLINE int
call (callback *f, outer::box<int> *b, const left &l)
{
  return call_inline (f, b, l);
}

static NOINLINE int
call_member (right &object, member pointer, int x)
{
  return (object.*pointer) (x);
}

static callback *volatile pointer = own;

int
main ()
{
  volatile int result = 0;
  outer::box<int> b = { 7 };
  left l;
  MUST_PASS (result = call (pointer, &b, l));
  CHECK (result == 8);
  MUST_PASS (result = call_of_other_unit (pointer));
  CHECK (result == 9);
  pointer = of_other_unit;
  MUST_PASS (result = call (pointer, &b, l));
  CHECK (result == 101);
  MUST_PASS (result = call_member (right_of_other_unit, &right::g, 1));
  CHECK (result == 51);
  std::function<int (int)> function = [&] (int x) { return b.add (x); };
  MUST_PASS (result = function (1));
  CHECK (result == 8);
  pointer = reinterpret_cast<callback *> (forged);
  MUST_TRAP (call (pointer, &b, l));
  MUST_TRAP (call_of_other_unit (pointer));
  MUST_TRAP (call_member (right_of_other_unit,
			  reinterpret_cast<member> (&outer::box<int>::add), 1));
  auto f = wrong;
  asm volatile ("" : "+r" (f));
  MUST_NOT_CHECK (exempt (reinterpret_cast<int (*) (int)> (f)));
  DONE ();
}
