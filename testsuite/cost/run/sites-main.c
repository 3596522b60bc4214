/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs call sites (sites.c) in turn.  Prints a sum, which does not depend on the
   compiler, and nanoseconds of processor time for each call.

     sites CALLS

   SITES is the number of sites; PARTS the name of a file with a line `X (N)' for
   each unit with some of them, whose walk () is walk_N ().  */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef unsigned (*function) (unsigned);

#define X(n)                                                                   \
  unsigned target_##n (unsigned x);                                            \
  unsigned target_##n (unsigned x) { return x * 3 + n; }
#include "sites-64.list"
#undef X

/* Other units might store in them.  */
extern function pointers[64];
function pointers[64] = {
#define X(n) target_##n,
#include "sites-64.list"
#undef X
};
extern unsigned turn;
unsigned turn;

#define X(n) unsigned walk_##n (unsigned x);
#include PARTS
#undef X

static unsigned
walk (unsigned x)
{
#define X(n) x = walk_##n (x);
#include PARTS
#undef X
  return x;
}

static double
processor_time (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e9 + (double) now.tv_nsec;
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      fputs ("usage: sites CALLS\n", stderr);
      return 2;
    }
  unsigned rounds = (unsigned) strtoul (argv[1], NULL, 10) / SITES + 1;
  unsigned x = walk (0); /* Pages are there.  */
  double before = processor_time ();
  for (unsigned i = 0; i < rounds; i++)
    {
      turn += 13;
      x = walk (x);
    }
  double time = processor_time () - before;
  printf ("%08x %.4f\n", x, time / rounds / SITES);
  return 0;
}
