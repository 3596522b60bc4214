/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "-mcmodel=kernel" } */
/* { dg-options "-O2 -mcmodel=kernel -mno-red-zone -mno-sse -fno-pic -fno-pie -fno-asynchronous-unwind-tables -fno-strict-aliasing -fno-common -fno-delete-null-pointer-checks" } */
/* The code model of kernels: the same check and preamble.  */

struct work
{
  void (*run) (struct work *);
};

void
process (struct work *w)
{
  w->run (w);
  w->run = 0;
}

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 2 } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
