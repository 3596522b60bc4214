/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "BTI" } */
/* { dg-options "-O2 -mbranch-protection=standard" } */
/* The id is in front of the landing pad (bti c) or of paciasp, which is one; a
   return address is authenticated before the check of a tail call.  */

#include "support/calls.h"

extern void other (void);

int
authenticated (struct operations *o, int x)
{
  other ();
  return o->hook (x);
}

/* { dg-final { check-calls 3 -ids {00050794 00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { scan-object "<call>:\\n.*paciasp" } } */
/* { dg-final { scan-object "<member>:\\n.*(bti\\s+c|hint\\s+#0x22)" } } */
/* { dg-final { scan-object "autiasp(\\n.*){7,8}\\tbr\\tx16" } } */
