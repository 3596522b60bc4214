// SPDX-License-Identifier: GPL-3.0-or-later
/* Calls through pointers to members: one function that is not virtual, 64 of
   them in turn, and virtual ones.  Prints as sites.c does.

     members one|many|virtual CALLS  */

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

struct base
{
  unsigned state = 1;
  template <unsigned N>
  unsigned
  plain (unsigned x)
  {
    state += N;
    return x + state;
  }
  virtual unsigned
  first (unsigned x)
  {
    return x + state;
  }
  virtual unsigned
  second (unsigned x)
  {
    return x - state;
  }
  virtual ~base () = default;
};

struct derived : base
{
  unsigned
  second (unsigned x) override
  {
    return x ^ state;
  }
};

using member = unsigned (base::*) (unsigned);

#define ROW(n)                                                                 \
  &base::plain<(n)>, &base::plain<(n) + 1>, &base::plain<(n) + 2>,             \
      &base::plain<(n) + 3>, &base::plain<(n) + 4>, &base::plain<(n) + 5>,     \
      &base::plain<(n) + 6>, &base::plain<(n) + 7>

// Other units might store in them.
member plains[64] = { ROW (0),	ROW (8),  ROW (16), ROW (24),
		      ROW (32), ROW (40), ROW (48), ROW (56) };
member virtuals[2] = { &base::first, &base::second };

static unsigned
run_calls (base &object, const member *members, unsigned count, unsigned calls)
{
  unsigned x = 0;
  for (unsigned i = 0; i < calls; i++)
    x = (object.*members[i & (count - 1)]) (x);
  return x;
}

static double
processor_time ()
{
  timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double> (now.tv_sec) * 1e9
	 + static_cast<double> (now.tv_nsec);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      fputs ("usage: members one|many|virtual CALLS\n", stderr);
      return 2;
    }
  const bool is_virtual = strcmp (argv[1], "virtual") == 0;
  const bool many = strcmp (argv[1], "many") == 0;
  unsigned calls = static_cast<unsigned> (strtoul (argv[2], nullptr, 10));
  derived object;
  double before = processor_time ();
  unsigned sum = is_virtual ? run_calls (object, virtuals, 2, calls)
			    : run_calls (object, plains, many ? 64 : 1, calls);
  printf ("%08x %.4f\n", sum, (processor_time () - before) / calls);
  return 0;
}
