/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit without checks has no table.  */

extern int direct (int);

int
call (int x)
{
  return direct (x) + 1;
}

/* { dg-final { scan-sections-not "kcfi_traps" } } */
/* { dg-final { check-preamble call 00050794 } } */
