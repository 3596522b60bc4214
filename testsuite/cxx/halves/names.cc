/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls from one compiler's half of a program into the other's, right and forged:
   names in namespaces, templates, packs, the library's classes, members through
   thunks, closures.  */

#include "names.h"

static int
thrower (int x) noexcept
{
  return x;
}

static void
nothing ()
{
}

static int
own_name (outer::thing &t, const outer::thing *, outer::color)
{
  REACHED ();
  return t.v;
}

static NOINLINE int
call (const table *t, int which, joined *j)
{
  outer::thing thing = { 1 };
  outer::array<int> integers = {};
  outer::array<outer::thing, 2> things = {};
  pack<int, char, outer::thing> some;
  switch (which)
    {
    case 0: return t->by_name_pointer (thing, &thing, outer::color::green);
    case 1: return t->by_template_pointer (&integers, things);
    case 2: return t->by_pack_pointer (&some, pack<> ());
    case 3: return t->variadic_pointer (1, 2, 3.0);
    case 4: return t->c_function_pointer ("c", L'w', u'u');
    case 5: return t->by_noexcept_pointer (thrower, nothing);
    case 6: return t->by_member_pointer (&base_two::second, &base_one::a);
    case 7: return t->closure (0);
    case 8: return (j->*t->virtual_member) (0);
    case 9: return (j->*t->const_member) (0);
    case 10: return (j->*t->plain_member) (1);
    default: return 0;
    }
}

/* Arguments with destructors, and what they are made of: checked on Clang's side only
   where no exception can pass.  */
static NOINLINE int
call_with_objects (const table *t, int which, const std::string &s,
		   std::vector<std::string> *v, std::function<int (int)> *f)
{
  switch (which)
    {
    case 0: return t->by_string_pointer (s, v);
    case 1: return t->by_function_pointer (*f);
    case 2: return t->by_nullptr_pointer (nullptr, { 1, 2, 3 });
    default: return 0;
    }
}

int
main ()
{
  joined *j = make_joined ();
  std::string s ("text");
  std::vector<std::string> v;
  std::function<int (int)> f = [] (int x) { return x; };
  for (volatile int i = 0; i <= 10; i = i + 1)
    {
      volatile int result = 0;
      MUST_PASS (result = call (right_table (), i, j));
      CHECK (result == 1);
      MUST_TRAP (call (forged_table (), i, j));
    }
  for (volatile int i = 0; i <= 2; i = i + 1)
    {
      volatile int result = 0;
      MUST_PASS (result = call_with_objects (right_table (), i, s, &v, &f));
      CHECK (result == 1);
      MUST_TRAP (call_with_objects (forged_table (), i, s, &v, &f));
    }
  table own = *right_table ();
  own.by_name_pointer = own_name;
  own.closure = [] (int x) { return x + 2; };
  volatile int result = 0;
  MUST_PASS (result = call_back (&own));
  CHECK (result == 4);
  own.by_name_pointer = reinterpret_cast<by_name *> (nothing);
  MUST_TRAP (call_back (&own));
  DONE ();
}
