/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the standard library that take functions, and the library itself,
   which is compiled without checks and so has no ids: exceptions, streams, strings,
   threads' locals, objects with constructors.  */
/* { dg-only-level "-O0 -O2 -O3" "its headers take long to compile" } */
/* { dg-require plugin "Clang checks no call that can throw past something" } */

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "trap.h"

typedef int function (int);

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (unsigned x)
{
  REACHED ();
  return (int) x + 2;
}

static bool
less (int a, int b)
{
  REACHED ();
  return a > b;
}

static bool
forged_less (long a, long b)
{
  REACHED ();
  return a > b;
}

static int deleted;

static void
delete_int (int *p)
{
  REACHED ();
  deleted++;
  delete p;
}

struct thing
{
  int v;
  int add (int x) const { REACHED (); return v + x; }
};

static NOINLINE int
call (const std::function<function> &f, int x)
{
  return f (x);
}

static NOINLINE void
sort (std::vector<int> &v, bool (*compare) (int, int))
{
  std::sort (v.begin (), v.end (), compare);
}

static NOINLINE void
share (void (*d) (int *))
{
  std::shared_ptr<int> p (new int (1), d);
  std::shared_ptr<int> q = p;
  p.reset ();
}

static function *volatile pointer;
static bool (*volatile compare) (int, int);
static thread_local std::string local = "of a thread";
static std::map<std::string, std::function<function> > table
    = { { "good", good }, { "closure", [] (int x) { REACHED (); return -x; } } };

static NOINLINE int
look_up (const char *name, int x)
{
  return table.at (name) (x);
}

int
main ()
{
  volatile int result = 0;
  pointer = good;
  MUST_PASS (result = call (std::function<function> (pointer), 1));
  CHECK (result == 2);
  function *f = pointer;
  MUST_PASS (result = call (std::bind (f, std::placeholders::_1), 1));
  thing t = { 5 };
  using std::placeholders::_1;
  MUST_PASS (result = call (std::bind (std::mem_fn (&thing::add), &t, _1), 1));
  CHECK (result == 6);
  MUST_PASS (result = call ([&] (int x) { return t.add (x); }, 2));
  CHECK (result == 7);
  MUST_PASS (result = look_up ("good", 3));
  CHECK (result == 4);
  MUST_PASS (result = look_up ("closure", 3));
  CHECK (result == -3);
  pointer = reinterpret_cast<function *> (forged);
  MUST_TRAP (call (std::function<function> (pointer), 1));

  std::vector<int> v = { 3, 1, 2 };
  compare = less;
  MUST_PASS (sort (v, compare));
  CHECK (v[0] == 3 && v[2] == 1);
  compare = reinterpret_cast<bool (*) (int, int)> (forged_less);
  MUST_TRAP (sort (v, compare));
  MUST_PASS (share (delete_int));
  CHECK (deleted == 1);

  volatile bool caught = false;
  try
    {
      look_up (local.c_str (), 1);
    }
  catch (const std::out_of_range &e)
    {
      caught = true;
    }
  CHECK (caught);
  std::ostringstream out;
  out << local << ' ' << 1.5;
  CHECK (out.str () == "of a thread 1.5");
  DONE ();
}
