/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "has an ABI of 32-bit pointers" } */
/* { dg-options "-O2 -mabi=ilp32 -Wno-deprecated" } */
/* { dg-prune-output "deprecated" } */
/* Pointers of 32 bits are called through registers of 64.  */

struct operations
{
  int (*hook) (int);
};

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
member (struct operations *o, int x)
{
  return o->hook (x);
}

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
