/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "vzeroupper" } */
/* { dg-require plugin "where vzeroupper stands is each compiler's business" } */
/* { dg-options "-O2 -mavx" } */
/* GCC 12 and later dress vzeroupper up as a call of address 0 for the register
   allocator (FAKE_CALL_P in rtl.h).  It is no call: it has no id and needs
   none.  */

typedef double v4df __attribute__ ((__vector_size__ (32)));

extern void done (void);

void
fill (v4df *to, double value, void (*step) (int))
{
  *to = (v4df) { value, value, value, value };
  step (1);
  *to += *to;
  done ();
}

/* { dg-final { scan-object-times "vzeroupper" 2 } } */
/* { dg-final { check-calls 1 } } */
