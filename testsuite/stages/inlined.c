/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark is one of the call as it was written: it stays when the call is inlined
   into a function of the other kind, in both directions of no_sanitize.  */

static inline __attribute__ ((always_inline, no_sanitize ("kcfi"))) int
exempt_inline (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-mark "unchecked: no_sanitize" } */
}

static inline __attribute__ ((always_inline)) int
checked_inline (int (*f) (int), int x)
{
  return f (x) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
}

int
checked_around_exempt (int (*f) (int), int (*g) (unsigned))
{
  return exempt_inline (f, 1) + g (2); /* { dg-mark "id 0xab53c5c9 _ZTSFijE" } */
}

__attribute__ ((no_sanitize ("kcfi"))) int
exempt_around_checked (int (*f) (int), int (*g) (unsigned))
{
  return checked_inline (f, 1) + g (2); /* { dg-mark "unchecked: no_sanitize" } */
}

/* The same operands, but not the same call.  */
int
both (int (*f) (int), int x)
{
  return x ? exempt_inline (f, 1) : checked_inline (f, 1);
}

/* Two copies of one call.  */
int
twice (int (*f) (int))
{
  return checked_inline (f, 1) * checked_inline (f, 2);
}

/* { dg-final { check-stages -changed } } */
/* { dg-final { scan-stage mark checked_around_exempt "id 0xab53c5c9" } } */
/* { dg-final { scan-stage tag checked_around_exempt "unchecked: no_sanitize" "id 0xab53c5c9" } } */
/* { dg-final { scan-stage check checked_around_exempt "id 0xab53c5c9" } } */
/* { dg-final { scan-stage weld checked_around_exempt "unchecked: no_sanitize" "id 0xab53c5c9" } } */
/* { dg-final { scan-stage tag exempt_around_checked "id 0x00050794" "unchecked: no_sanitize" } } */
/* { dg-final { scan-stage check exempt_around_checked "id 0x00050794" } } */
/* { dg-final { scan-stage tag twice "id 0x00050794" "id 0x00050794" } } */
/* { dg-final { scan-stage check twice "id 0x00050794" "id 0x00050794" } } */
/* { dg-final { scan-stage tag both "id 0x00050794" "unchecked: no_sanitize" } } */
/* { dg-final { scan-stage weld both "id 0x00050794" "unchecked: no_sanitize" } } */
