/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without an argument all calls are right and the status is 0.  With "archive",
   "library" or "program" that part makes a forged call, which traps.  */

#include "parts.h"

#include <string.h>

int
in_program (int x)
{
  return x + 100;
}

int (*volatile forged) (long) = 0;

static int
other_type (long x)
{
  return (int) x;
}

static int
make_forged_call (const char *part)
{
  forged = other_type;
  operation *volatile f = (operation *) (void *) forged;
  if (strcmp (part, "archive") == 0)
    return archive_calls (f, 1);
  if (strcmp (part, "library") == 0)
    return library_calls (f, 1);
  return f (1);
}

int
main (int argc, char **argv)
{
  operation *volatile f[] = { in_archive, in_library, in_program };
  int sum = 0;

  if (argc > 1)
    return make_forged_call (argv[1]);
  for (int i = 0; i < 3; i++)
    sum += f[i](1) + archive_calls (f[i], 1) + library_calls (f[i], 1);
  return sum != 6 * (2 + 11 + 101);
}
