/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-options "-O1 -w -std=gnu11 -mcmodel=large -fno-pic -fno-pie" } */
/* What is not checked: pointers without a prototype, constant addresses, calls
   of known functions that only go through a register (large model), exempt
   functions, jump tables and computed gotos.  */

extern int known (int);

int
unprototyped (int (*f) ())
{
  return f (1) + 1;
}

int
constant_address (int x)
{
  return ((int (*) (int)) 0x1000) (x) + 1;
}

int
large_model (int x)
{
  return known (x) + 1;
}

int __attribute__ ((__no_sanitize__ ("kcfi")))
exempt (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
computed (const void *label, int x)
{
  static const void *const labels[] = { &&one, &&two };

  goto *labels[x];
one:
  return 5;
two:
  return label != 0;
}

int
checked (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { scan-object-times "\\tud2" 1 } } */
/* { dg-final { check-calls 1 -unchecked 5 -ids 00050794 } } */
/* { dg-final { check-preamble exempt 6144b4a7 } } */
