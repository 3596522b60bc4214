/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nested functions: the calls in them and of them are marked like others, and
   those that stand inside of a no_sanitize function are not checked.  */

int
around (int (*f) (int), int x)
{
  int
  inner (int y)
  {
    return f (x + y) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
  }
  int (*volatile pointer) (int) = inner;
  return pointer (2) + inner (3); /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

__attribute__ ((no_sanitize ("kcfi"))) int
exempt_around (int (*f) (int), int x)
{
  int
  exempt_inner (int y)
  {
    return f (x + y) + 1; /* { dg-mark "unchecked: no_sanitize" } */
  }
  int (*volatile pointer) (int) = exempt_inner;
  return pointer (2) + exempt_inner (3); /* { dg-mark "unchecked: no_sanitize" } */
}

/* { dg-more-options "-fno-inline -w" } */
/* { dg-final { check-stages } } */
/* { dg-final { scan-stage mark around "id 0x00050794" } } */
/* { dg-final { scan-stage tag inner* "id 0x00050794" } } */
/* { dg-final { scan-stage mark exempt_inner "unchecked: no_sanitize" } } */
/* { dg-final { scan-stage weld exempt_inner* "unchecked: no_sanitize" } } */
