/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison callback handed to a sort, called in a nested loop with other
   values live across the call.  */

#include "trap.h"

typedef int compare (const void *, const void *);

static int
ascending (const void *a, const void *b)
{
  REACHED ();
  return *(const int *) a - *(const int *) b;
}

static int
forged (const int *a, const int *b)
{
  REACHED ();
  return *b - *a;
}

compare *volatile pointer;
int numbers[6];

NOINLINE void
sort (int *first, unsigned long count, compare *order)
{
  unsigned long i, j;

  for (i = 1; i < count; i++)
    for (j = i; j > 0 && order (&first[j - 1], &first[j]) > 0; j--)
      {
	int swap = first[j];

	first[j] = first[j - 1];
	first[j - 1] = swap;
      }
}

static void
fill (void)
{
  int i;

  for (i = 0; i < 6; i++)
    numbers[i] = (i * 5) % 6;
}

int
main (void)
{
  int i;

  fill ();
  pointer = ascending;
  MUST_PASS (sort (numbers, 6, pointer));
  for (i = 0; i < 6; i++)
    CHECK (numbers[i] == i);
  pointer = (compare *) forged;
  MUST_TRAP (sort (numbers, 6, pointer));
  for (i = 0; i < 6; i++)
    CHECK (numbers[i] == i);
  numbers[0] = 1;
  numbers[1] = 0;
  MUST_RESUME (sort (numbers, 2, pointer));
  CHECK (numbers[0] == 1);
  DONE ();
}
