/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "ms_abi" } */
/* { dg-require plugin "its own choice of registers" } */
/* { dg-options "-O2 -ffixed-r10 -ffixed-r11 -w" } */
/* With that convention a function must save rsi and rdi.  This one has no need to,
   as what it calls saves them too: the check must not take them, though nothing
   is in them, and saves another.  */

typedef int __attribute__ ((__ms_abi__)) function (int, int, int, int);

int __attribute__ ((__ms_abi__))
call (function **f, int x)
{
  return (*f) (x, 2, 3, 4) + 1;
}

/* { dg-final { scan-object-not "%e?(si|di)\\y" } } */
/* { dg-final { scan-object "push +%rcx\\n.*\\tmov .*,%ecx\\n.*\\tadd +-0x4.%rax.,%ecx\\n.*\\tpop +%rcx\\n" } } */
