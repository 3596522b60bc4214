/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other half of names.cc: defines what is called from there.  */

#include "names.h"

static int by_name_1 (outer::thing &, const outer::thing *, outer::color) { REACHED (); return 1; }
static int by_template_1 (outer::array<int> *, outer::array<outer::thing, 2> &) { REACHED (); return 1; }
static int by_pack_1 (pack<int, char, outer::thing> *, pack<> &&) { REACHED (); return 1; }
static int by_string_1 (const std::string &, std::vector<std::string> *) { REACHED (); return 1; }
static int by_function_1 (std::function<int (int)> &f) { REACHED (); return f (1); }
static int by_noexcept_1 (int (*) (int) noexcept, void (&) ()) { REACHED (); return 1; }
static int by_member_1 (int (base_two::*) (int), long base_one::*) { REACHED (); return 1; }
static int by_nullptr_1 (std::nullptr_t, int (&&) [3]) { REACHED (); return 1; }
static int variadic_1 (int, ...) { REACHED (); return 1; }
extern "C" int c_function_1 (const char *, wchar_t, char16_t) { REACHED (); return 1; }

struct stranger
{
  int x;
};
static int forged (stranger *) { REACHED (); return 2; }

int base_one::first (int x) const { REACHED (); return x; }
int base_two::second (int x) { REACHED (); return x; }
base_two *base_two::self () { REACHED (); return this; }
int base_two::plain (int x) & { REACHED (); return x; }
int joined::first (int x) const { REACHED (); return x + 1; }
int joined::second (int x) { REACHED (); return x + 1; }

joined *
make_joined ()
{
  return new joined;
}

const table *
right_table ()
{
  static const table t = {
#define RIGHT(TYPE) TYPE##_1,
    EACH (RIGHT) [] (int x) { REACHED (); return x + 1; },
    &base_two::second, &base_one::first, &base_two::plain
  };
  return &t;
}

const table *
forged_table ()
{
  static const table t = {
#define FORGED(TYPE) reinterpret_cast<TYPE *> (forged),
    EACH (FORGED) reinterpret_cast<int (*) (int)> (forged),
    reinterpret_cast<int (base_two::*) (int)> (&base_two::self),
    reinterpret_cast<int (base_one::*) (int) const> (&base_two::plain),
    reinterpret_cast<int (base_two::*) (int) &> (&base_two::second)
  };
  return &t;
}

int
call_back (const table *t)
{
  outer::thing thing = { 1 };
  return t->by_name_pointer (thing, &thing, outer::color::red)
	 + t->closure (1);
}
