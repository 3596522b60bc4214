/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-require plugin "Clang names the versions otherwise" } */
/* { dg-options "-O2 -fPIC" } */
/* Each version of a function with target_clones is what a pointer to it leads
   to, and has the id of its prototype, int (int) 00050794; so do versions of a
   static one.  The ifunc's symbol itself has none.  */

__attribute__ ((__target_clones__ ("avx2", "default"))) int
global (int x)
{
  return x + 1;
}

static __attribute__ ((__target_clones__ ("avx2", "default"), __noinline__)) int
local (int x)
{
  return x * 3;
}

int
call (int x)
{
  return local (x) + 1;
}

/* { dg-final { check-preamble global.avx2 00050794 } } */
/* { dg-final { check-preamble global.default 00050794 } } */
/* { dg-final { check-preamble local.avx2 00050794 } } */
/* { dg-final { check-preamble local.default 00050794 } } */
/* { dg-final { scan-symbols-not "__cfi_(global|local)$" } } */
