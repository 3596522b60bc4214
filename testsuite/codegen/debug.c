/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2" } */
/* Debug information changes no code.  */

struct operations
{
  int (*hook) (int);
};

int
call (struct operations *o, int x)
{
  int y = o->hook (x);

  if (y > 3)
    return o->hook (y);
  return y * 2;
}

/* { dg-final { check-same-code -g } } */
/* { dg-final { check-same-code -g3 } } */
/* { dg-final { check-calls 2 } } */
