/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require interrupt "it has handlers of interrupts" } */
/* { dg-options "-O2 -w" } */
/* Handlers of interrupts must save every register that they change, those that a
   check uses among them: a call clobbers these, so that GCC has saved them (what
   execute/saved-registers.c shows).  */

typedef int function (int);
function *callback;

#ifdef __arm__
__attribute__ ((__interrupt__ ("IRQ"))) void
handler (void)
#else
__attribute__ ((__interrupt__)) void
handler (void)
#endif
{
  callback (1);
}

__attribute__ ((__hot__)) int
often (function *f, int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 2 } } */
/* { dg-final { check-preamble often 6144b4a7 } } */
