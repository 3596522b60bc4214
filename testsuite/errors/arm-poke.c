/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require arm "writes names of functions into the code" } */
/* { dg-options "-O2 -marm -mpoke-function-name" } */
/* GCC prints the name between preamble and label: a call that is right would
   trap.  Found beside x86's ms_hook_prologue.  */

int
first (int x) /* { dg-error "KCFI on arm cannot serve .-mpoke-function-name." } */
{
  return x;
}

int
second (int x)
{
  return x;
}
