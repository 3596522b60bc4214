/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require trap-table "traps say by themselves what they are" } */
/* { dg-options "-O2 -ffunction-sections -w" } */
/* As retained-sections.c, in the other order: entries of checks that are not in the
   program must go.  */

typedef int function (int);

#define IN_TEXT __attribute__ ((__section__ ("same_name")))

int __attribute__ ((__retain__, __used__)) IN_TEXT
retained (function *f)
{
  return f (1) + f (2);
}

int IN_TEXT
dropped (function *f)
{
  return f (1) + 1;
}

void
entry (void)
{
}

/* { dg-final { check-live-traps entry 2 } } */
/* { dg-final { check-live-traps dropped 3 } } */
