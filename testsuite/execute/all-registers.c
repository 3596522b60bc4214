/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "Clang's check may overwrite the static chain" } */
/* Calls that leave the check few registers or none: arguments in all that carry
   some, the static chain in another, a sibling call whose return address is
   live.  What the check uses must not be one of them.  */

#ifdef __x86_64__
/* Another scratch register than r10 and r11.  */
#define TRAP_STRICT 0
#endif
#include "trap.h"

typedef long function_4 (long, long, long, long);
typedef long function_8 (long, long, long, long, long, long, long, long);

#ifdef __arm__
/* There a sibling call has no register left for its address, and GCC 12 looks
   for one for ever: no sibling call.  */
#define LAST(CALL)                                                            \
  ({                                                                          \
    long value = (CALL);                                                      \
    __asm__ volatile ("" : "+r"(value));                                      \
    value;                                                                    \
  })
#else
#define LAST(CALL) (CALL)
#endif

#define WITH_CHAIN(CALL) __builtin_call_with_static_chain (CALL, &chain)

static long chain;
static long weights[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000 };

static long
good_4 (long a, long b, long c, long d)
{
  REACHED ();
  return a * weights[0] + b * weights[1] + c * weights[2] + d * weights[3];
}

static long
good_8 (long a, long b, long c, long d, long e, long f, long g, long h)
{
  REACHED ();
  return good_4 (a, b, c, d) + e * weights[4] + f * weights[5]
	 + g * weights[6] + h * weights[7];
}

static long
forged_4 (long a, long b, long c, unsigned long d)
{
  return good_4 (a, b, c, (long) d);
}

static long
forged_8 (long a, long b, long c, long d, long e, long f, long g, unsigned long h)
{
  return good_8 (a, b, c, d, e, f, g, (long) h);
}

function_4 *volatile pointer_4;
function_8 *volatile pointer_8;

NOINLINE long
call_4 (function_4 *f, long a)
{
  return WITH_CHAIN (f (a, 2, 3, 4)) + 1;
}

NOINLINE long
last_4 (long a, long b, long c, long d)
{
  return LAST (WITH_CHAIN (pointer_4 (a, b, c, d)));
}

NOINLINE long
call_8 (function_8 *f, long a)
{
  return WITH_CHAIN (f (a, 2, 3, 4, 5, 6, 7, 8)) + 1;
}

NOINLINE long
last_8 (long a, long b, long c, long d, long e, long f, long g, long h)
{
  return LAST (WITH_CHAIN (pointer_8 (a, b, c, d, e, f, g, h)));
}

int
main (void)
{
  long result = 0;

  pointer_4 = good_4;
  pointer_8 = good_8;
  MUST_PASS (result = call_4 (pointer_4, 1));
  CHECK (result == 4322);
  MUST_PASS (result = last_4 (1, 2, 3, 4));
  CHECK (result == 4321);
  MUST_PASS (result = call_8 (pointer_8, 1));
  CHECK (result == 87654322);
  MUST_PASS (result = last_8 (1, 2, 3, 4, 5, 6, 7, 8));
  CHECK (result == 87654321);
  pointer_4 = (function_4 *) forged_4;
  pointer_8 = (function_8 *) forged_8;
  MUST_TRAP (call_4 (pointer_4, 1));
  MUST_TRAP (last_4 (1, 2, 3, 4));
  MUST_TRAP (call_8 (pointer_8, 1));
  MUST_TRAP (last_8 (1, 2, 3, 4, 5, 6, 7, 8));
  MUST_RESUME (result = call_4 (pointer_4, 1));
  CHECK (result == 4322);
  MUST_RESUME (result = last_4 (1, 2, 3, 4));
  CHECK (result == 4321);
  MUST_RESUME (result = call_8 (pointer_8, 1));
  CHECK (result == 87654322);
  DONE ();
}
