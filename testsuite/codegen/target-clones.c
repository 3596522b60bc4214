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

/* GCC 11 puts a number behind the names.  */
/* { dg-final { scan-symbols " __cfi_global\\.avx2(\\.0)?$" } } */
/* { dg-final { scan-symbols " __cfi_global\\.default(\\.1)?$" } } */
/* { dg-final { scan-symbols " __cfi_local\\.avx2(\\.0)?$" } } */
/* { dg-final { scan-symbols " __cfi_local\\.default(\\.1)?$" } } */
/* { dg-final { scan-object-times "\\tb8 94 07 05 00" 5 } } */
/* { dg-final { scan-symbols-not "__cfi_(global|local)$" } } */
