/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-Wno-psabi" } */
/* Arguments and results outside the general registers: float, double, long
   double, complex, vectors, __int128.  */

#include "trap.h"

#ifndef __SIZEOF_INT128__
#define __int128 long long
#endif
#define WIDE ((__int128) 5 << (sizeof (__int128) * 4 + 6))

typedef int vector __attribute__ ((__vector_size__ (16)));
typedef long double real (float, double, long double);
typedef _Complex double complex_function (_Complex double, _Complex float);
typedef vector vector_function (vector, vector);
typedef __int128 wide (__int128, unsigned __int128);

static long double
good_real (float a, double b, long double c)
{
  REACHED ();
  return a + b + c;
}

static long double
forged_real (float a, double b, double c)
{
  REACHED ();
  return a + b + c;
}

static _Complex double
good_complex (_Complex double a, _Complex float b)
{
  REACHED ();
  return a + b;
}

static _Complex double
forged_complex (_Complex double a, double b)
{
  REACHED ();
  return a + b;
}

static vector
good_vector (vector a, vector b)
{
  REACHED ();
  return a + b;
}

static __int128
good_wide (__int128 a, unsigned __int128 b)
{
  REACHED ();
  return a - (__int128) b;
}

static __int128
forged_wide (__int128 a, __int128 b)
{
  REACHED ();
  return a - b - 1;
}

void *volatile pointer;

NOINLINE long double
call_real (real *f)
{
  return f (1.5f, 2.5, 3.5L) * 2;
}

NOINLINE double
call_complex (complex_function *f)
{
  _Complex double result = f (1.0 + 2.0i, 3.0f + 4.0if);

  return __real__ result * 100 + __imag__ result;
}

NOINLINE int
call_vector (vector_function *f)
{
  vector a = { 1, 2, 3, 4 }, b = { 10, 20, 30, 40 };
  vector result = f (a, b);

  return result[0] + result[3];
}

NOINLINE __int128
call_wide (wide *f)
{
  return f (WIDE, 7) * 2;
}

int
main (void)
{
  long double real_result = 0;
  double double_result = 0;
  int int_result = 0;
  __int128 wide_result = 0;

  pointer = (void *) good_real;
  MUST_PASS (real_result = call_real ((real *) pointer));
  CHECK (real_result == 15);
  pointer = (void *) good_complex;
  MUST_PASS (double_result = call_complex ((complex_function *) pointer));
  CHECK (double_result == 406);
  pointer = (void *) good_vector;
  MUST_PASS (int_result = call_vector ((vector_function *) pointer));
  CHECK (int_result == 55);
  MUST_TRAP (call_complex ((complex_function *) pointer));
  pointer = (void *) good_wide;
  MUST_PASS (wide_result = call_wide ((wide *) pointer));
  CHECK (wide_result == (WIDE - 7) * 2);
  MUST_TRAP (call_vector ((vector_function *) pointer));
  pointer = (void *) forged_real;
  MUST_TRAP (call_real ((real *) pointer));
  pointer = (void *) forged_complex;
  MUST_TRAP (call_complex ((complex_function *) pointer));
  pointer = (void *) forged_wide;
  MUST_TRAP (call_wide ((wide *) pointer));
  DONE ();
}
