/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every random hierarchy begins with.

   VIRTUAL is 0 with virtual=off or without the plugin, 1 with virtual=name, 2 with
   virtual=class.  A program is one unit, or with -DUNIT=0 and -DUNIT=1 two.  With
   -DAPART the methods that virtual=class may refuse have attribute
   kcfi_prebuilt.  */

#include <stdio.h>
#if __GXX_RTTI
#include <typeinfo>
#endif

#include "trap.h"

#ifdef UNIT
#define UNIT_HAS(NUMBER) (UNIT == (NUMBER))
#else
#define UNIT_HAS(NUMBER) 1
#endif

typedef int function (int);

struct big
{
  long values[4];
};

namespace inner
{
  enum kind
  {
    first,
    second
  };
}

extern unsigned long sum;
extern int budget, quiet;

void add (unsigned long value);
void enter (const char *name, int number);
big make_big (unsigned long seed);
const char *name_of (unsigned long number);
int twice (int x);
int thrice (int x);

static const big shared_big = { { 1, 2, 3, 4 } };

/* While one lives nobody throws.  */
struct quiet_scope
{
  quiet_scope () { quiet++; }
  ~quiet_scope () { quiet--; }
};

/* Something to be destroyed.  */
struct witness
{
  ~witness () { add (17); }
};

/* While it lives, others find an object in PLACE.  */
template <typename CLASS> struct known_scope
{
  CLASS *volatile &place;
  known_scope (CLASS *volatile &p, CLASS &object) : place (p) { place = &object; }
  ~known_scope () { place = nullptr; }
};

/* A value of which the compiler knows nothing.  */
template <typename TYPE>
static inline TYPE
opaque (TYPE value)
{
  __asm__ volatile ("" : "+r" (value) : : "memory");
  return value;
}

template <typename TYPE>
static NOINLINE TYPE
pass (TYPE value)
{
  __asm__ volatile ("" : : : "memory");
  return value;
}

#if UNIT_HAS (0)
unsigned long sum = 1;
int budget, quiet;

NOINLINE void
add (unsigned long value)
{
  sum = (sum ^ value) * 0x9e3779b97f4a7c15ul;
  sum ^= sum >> 29;
}

NOINLINE void
enter (const char *name, int number)
{
  add (name[1] + number);
  printf ("%s %d %lx\n", name, number, sum);
}

big
make_big (unsigned long seed)
{
  return big{ { 1, (long) (seed & 63), (long) (seed & 31), 4 } };
}

const char *
name_of (unsigned long number)
{
  return number & 1 ? "odd" : "even";
}

int
twice (int x)
{
  return 2 * x;
}

int
thrice (int x)
{
  return 3 * x;
}
#endif
