/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require i386 "has 16-bit code" } */
/* { dg-options "-O2 -m16" } */
/* Code for real mode, as SeaBIOS has it.  The preamble's movl has a prefix and is one
   byte longer; the entry is aligned all the same.  Beside i386-real-mode-text.c.  */

int
call (int (*f) (int), int x)
{
  return f (x) * 2;
}

int
second (int (*f) (int), int x)
{
  return f (x) * 3;
}

/* { dg-final { scan-symbols "^ *\[0-9]+: 0*10 .* call$" } } */
/* { dg-final { scan-symbols "^ *\[0-9]+: \[0-9a-f]*0 .* second$" } } */
