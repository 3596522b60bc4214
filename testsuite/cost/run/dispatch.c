/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls as an interpreter's foreign function interface makes them: a switch over
   the prototype, and a call through a pointer in each case; and a sort whose
   comparison is a callback.  Prints as sites.c does.

     dispatch ffi|sort CALLS  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

union value
{
  long integer;
  double real;
  void *pointer;
};

enum prototype
{
  LONG_LONG,
  LONG_LONG_LONG,
  REAL_REAL,
  REAL_LONG_REAL,
  LONG_POINTER,
  POINTER_POINTER_LONG,
  VOID_POINTER_LONG,
  LONG_4
};

struct entry
{
  enum prototype prototype;
  void (*code) (void);
};

static long
negate (long a)
{
  return -a;
}
static long
add (long a, long b)
{
  return a + b;
}
static double
half (double a)
{
  return a * 0.5;
}
static double
scale (long a, double b)
{
  return (double) (a & 7) + b;
}
static long
get (void *p)
{
  return *(long *) p;
}
static void *
step (void *p, long a)
{
  (void) a;
  return p;
}
static void
put (void *p, long a)
{
  *(long *) p += a;
}
static long
mix (long a, long b, long c, long d)
{
  return a ^ b ^ c ^ d;
}

/* Other units might store in it.  */
struct entry entries[16] = {
  { LONG_LONG, (void (*) (void)) negate },
  { LONG_LONG_LONG, (void (*) (void)) add },
  { REAL_REAL, (void (*) (void)) half },
  { REAL_LONG_REAL, (void (*) (void)) scale },
  { LONG_POINTER, (void (*) (void)) get },
  { POINTER_POINTER_LONG, (void (*) (void)) step },
  { VOID_POINTER_LONG, (void (*) (void)) put },
  { LONG_4, (void (*) (void)) mix },
};

static union value
call (const struct entry *entry, const union value *a)
{
  union value result = { 0 };
  switch (entry->prototype)
    {
    case LONG_LONG:
      result.integer = ((long (*) (long)) entry->code) (a[0].integer);
      break;
    case LONG_LONG_LONG:
      result.integer
	  = ((long (*) (long, long)) entry->code) (a[0].integer, a[1].integer);
      break;
    case REAL_REAL:
      result.real = ((double (*) (double)) entry->code) (a[2].real);
      break;
    case REAL_LONG_REAL:
      result.real
	  = ((double (*) (long, double)) entry->code) (a[0].integer, a[2].real);
      break;
    case LONG_POINTER:
      result.integer = ((long (*) (void *)) entry->code) (a[3].pointer);
      break;
    case POINTER_POINTER_LONG:
      result.pointer = ((void *(*) (void *, long) ) entry->code) (a[3].pointer,
								  a[0].integer);
      break;
    case VOID_POINTER_LONG:
      ((void (*) (void *, long)) entry->code) (a[3].pointer, a[0].integer);
      break;
    case LONG_4:
      result.integer = ((long (*) (long, long, long, long)) entry->code) (
	  a[0].integer, a[1].integer, a[1].integer, a[0].integer);
      break;
    }
  return result;
}

static unsigned
run_ffi (unsigned calls)
{
  long cell = 1;
  unsigned sum = 0, random = 1;
  for (unsigned i = 0; i < calls; i++)
    {
      random = random * 1103515245 + 12345;
      const union value arguments[4] = { { .integer = i },
					 { .integer = 5 },
					 { .real = (double) i },
					 { .pointer = &cell } };
      const struct entry *entry = &entries[random >> 16 & 7];
      union value result = call (entry, arguments);
      if (entry->prototype != POINTER_POINTER_LONG)
	sum += (unsigned) result.integer;
    }
  return sum + (unsigned) cell;
}

typedef int (*comparison) (const void *, const void *);

static int
compare (const void *a, const void *b)
{
  unsigned x = *(const unsigned *) a, y = *(const unsigned *) b;
  return (x > y) - (x < y);
}

comparison compare_by = compare;

static void
sift (unsigned *heap, unsigned from, unsigned size, comparison by)
{
  for (unsigned child; (child = 2 * from + 1) < size; from = child)
    {
      if (child + 1 < size && by (&heap[child], &heap[child + 1]) < 0)
	child++;
      if (by (&heap[from], &heap[child]) >= 0)
	return;
      unsigned old = heap[from];
      heap[from] = heap[child];
      heap[child] = old;
    }
}

/* About 23,000 calls a sort.  */
static unsigned
run_sort (unsigned calls)
{
  enum
  {
    SIZE = 1024
  };
  static unsigned heap[SIZE];
  unsigned sum = 0, random = 1;
  for (unsigned done = 0; done < calls; done += 23000)
    {
      for (unsigned i = 0; i < SIZE; i++)
	heap[i] = random = random * 1103515245 + 12345;
      for (unsigned i = SIZE / 2; i-- > 0;)
	sift (heap, i, SIZE, compare_by);
      for (unsigned i = SIZE; i-- > 1;)
	{
	  unsigned old = heap[0];
	  heap[0] = heap[i];
	  heap[i] = old;
	  sift (heap, 0, i, compare_by);
	}
      sum += heap[SIZE / 3];
    }
  return sum;
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
  if (argc != 3)
    {
      fputs ("usage: dispatch ffi|sort CALLS\n", stderr);
      return 2;
    }
  unsigned calls = (unsigned) strtoul (argv[2], NULL, 10);
  double before = processor_time ();
  unsigned sum
      = strcmp (argv[1], "ffi") == 0 ? run_ffi (calls) : run_sort (calls);
  printf ("%08x %.4f\n", sum, (processor_time () - before) / calls);
  return 0;
}
