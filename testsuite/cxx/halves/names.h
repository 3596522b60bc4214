/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both halves of names.cc share: functions of types whose names are mangled in
   each way that depends on a compiler.  */

#ifndef NAMES_H
#define NAMES_H

#include <functional>
#include <string>
#include <vector>

#include "trap.h"

namespace outer
{
inline namespace version
{
struct thing
{
  int v;
};
}
enum class color : short { red, green };
template <class T, int N = 3>
struct array
{
  T values[N];
};
}

template <class... T>
struct pack
{
};

struct base_one
{
  long a;
  virtual int first (int x) const;
  virtual ~base_one () {}
};

struct base_two
{
  long b;
  virtual int second (int x);
  virtual base_two *self ();
  int plain (int x) &;
  virtual ~base_two () {}
};

struct joined : base_one, virtual base_two
{
  int first (int x) const override;
  int second (int x) override;
};

/* "right", the functions as they are declared; "forged", the addresses of functions
   with other types.  */
typedef int by_name (outer::thing &, const outer::thing *, outer::color);
typedef int by_template (outer::array<int> *, outer::array<outer::thing, 2> &);
typedef int by_pack (pack<int, char, outer::thing> *, pack<> &&);
typedef int by_string (const std::string &, std::vector<std::string> *);
typedef int by_function (std::function<int (int)> &);
typedef int by_noexcept (int (*) (int) noexcept, void (&) ());
typedef int by_member (int (base_two::*) (int), long base_one::*);
typedef int by_nullptr (std::nullptr_t, int (&&) [3]);
typedef int variadic (int, ...);
extern "C" typedef int c_function (const char *, wchar_t, char16_t);

#define EACH(DO)                                                              \
  DO (by_name) DO (by_template) DO (by_pack) DO (by_string) DO (by_function)  \
      DO (by_noexcept) DO (by_member) DO (by_nullptr) DO (variadic)           \
	  DO (c_function)

#define FIELD(TYPE) TYPE *TYPE##_pointer;
struct table
{
  EACH (FIELD)
  int (*closure) (int);
  int (base_two::*virtual_member) (int);
  int (base_one::*const_member) (int) const;
  int (base_two::*plain_member) (int) &;
};

/* The other half's functions, and functions of other types in their places.  */
extern "C" const table *right_table ();
extern "C" const table *forged_table ();

/* The other half calls what this one hands over.  */
extern "C" int call_back (const table *t);
extern "C" joined *make_joined ();

#endif
