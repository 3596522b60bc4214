/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv } */
/* { dg-options "-O2 -march=rv32imac -mabi=ilp32" } */
/* Where registers have 32 bits the id needs no sign extension: addi instead of
   addiw.  */

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
/* { dg-final { scan-object-not "addiw" } } */
