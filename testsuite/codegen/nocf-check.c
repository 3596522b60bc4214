/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "the nocf_check attribute" } */
/* { dg-options "-O2 -fcf-protection=branch" } */
/* nocf_check takes the landing pad away and leaves the id.  */

int __attribute__ ((__nocf_check__))
without (int x)
{
  return x + 1;
}

int
with (int x)
{
  return x + 1;
}

/* { dg-final { check-preamble without 00050794 } } */
/* { dg-final { check-preamble with 00050794 } } */
/* { dg-final { check-entry with f3 0f 1e fa } } */
/* { dg-final { scan-object-times "endbr64" 1 } } */
