/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "has Windows' hooks" } */
/* Wine marks its functions so (DECLSPEC_HOTPATCH).  GCC prints 32 bytes between
   preamble and label, for a jump: the id would be out of place, and a call that is
   right would trap.  Clang ignores the attribute, with a warning.  */

__attribute__ ((__ms_hook_prologue__)) int
hooked (int x) /* { dg-error "KCFI on x86_64 cannot serve functions with attribute .ms_hook_prologue." } */
{
  return x;
}

int
plain (int x)
{
  return x;
}
