/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-more-options "-funroll-all-loops -fpeel-loops" } */
/* Copies of one call inside a function, and calls that differ in nothing but their
   id: each has its own mark at each stage.  */

int
loop (int (*f) (int), int n)
{
  int sum = 0;
  for (int i = 0; i < 4; i++)
    sum += f (i + n); /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
  return sum;
}

int
arms (void *f, int x)
{
  if (x)
    return ((int (*) (int)) f) (1) + 1; /* { dg-mark "id 0x00050794 _ZTSFiiE" } */
  else
    return ((int (*) (unsigned)) f) (1) + 1; /* { dg-mark "id 0xab53c5c9 _ZTSFijE" } */
}

/* { dg-final { check-stages -changed } } */
/* { dg-final { scan-stage tag arms "id 0x00050794" "id 0xab53c5c9" } } */
/* { dg-final { scan-stage weld arms "id 0x00050794" "id 0xab53c5c9" } } */
