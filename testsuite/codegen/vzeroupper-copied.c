/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 } */
/* { dg-require plugin "where vzeroupper stands is each compiler's business" } */
/* { dg-options "-O3 -mavx2" } */
/* Block reordering copies the epilogue with its vzeroupper, and the copy has
   lost the flag that tells it from a call (see vzeroupper.c).  */

struct big { long m0[1]; unsigned long m1[1]; char m2[1]; unsigned long m3[10]; };
extern void done (unsigned long);
extern unsigned long budget;

static struct big
make (unsigned long seed)
{
  struct big r;
  __builtin_memset (&r, 0, sizeof r);
  r.m0[0] = (seed + 18) & 127;
  r.m1[0] = (seed + 3) & 127;
  r.m2[0] = (seed + 56) & 127;
  for (unsigned i = 0; i < 10; i++)
    r.m3[i] = (seed + i * 90) & 127;
  return r;
}

struct big
early (void (*step) (int))
{
  done (291217);
  if (budget == 0)
    return make (11680);
  budget--;
  step (1);
  done (1);
  return make (70833);
}

/* { dg-final { scan-object "vzeroupper" } } */
/* { dg-final { check-calls 1 } } */
