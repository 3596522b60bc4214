/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "names its registers" } */
/* { dg-require plugin "decodes a check of the plugin's own" } */
/* Every register that a call can spoil is taken by an argument, al among them,
   or by the address in memory: the called address is loaded into one of the
   address's own.  Found by scheduling before allocation.  */

typedef int function (int, int, int, int, int, int, ...);

int
call (function **table, long number)
{
  register function **base asm ("r11") = table;
  register long index asm ("r10") = number;
  asm volatile ("" : "+r" (base), "+r" (index));
  return base[index] (1, 2, 3, 4, 5, 6, 7.0) + 1;
}

/* { dg-final { check-calls 1 } } */
