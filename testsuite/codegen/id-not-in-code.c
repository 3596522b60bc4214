/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang's generic lowering has the id in the code of i386 and s390x" } */
/* No check may have the id that it looks for in the code, its bytes in a row: what
   follows them would be a target that all checks of the id accept, and calls on
   unchecked.  Shown by running on i386 (`cmpl $ID, -4(%eax)') and on x86_64 where no
   register is free; s390x's iilf had it too.  */

typedef long function (long, long, long, long, long, long, ...);

long
few (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int (*f) (int), int x)
{
  return f (x);
}

long
variadic (function *f, double x)
{
  return f (1, 2, 3, 4, 5, 6, x) + 1;
}

long
chain (function *f, double x, void *link)
{
  return __builtin_call_with_static_chain (f (1, 2, 3, 4, 5, 6, x), link) + 1;
}

/* int (int), then the other.  */
/* { dg-final { check-id-in-code 00050794 0 } } */
/* { dg-final { check-id-in-code 1910da46 0 } } */
