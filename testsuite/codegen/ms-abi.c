/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the ms_abi attribute" } */
/* The calling convention is part of the type.  */

int __attribute__ ((__ms_abi__))
callee (int x)
{
  return x + 1;
}

int
call (int (__attribute__ ((__ms_abi__)) * f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-preamble callee a7e5bb87 } } */
/* { dg-final { check-calls 1 -ids a7e5bb87 } } */
