/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require trap-table "traps say by themselves what they are" } */
/* { dg-options "-O2 -ffunction-sections -w" } */
/* Two sections of one name, with and without SHF_GNU_RETAIN.  The trap sites of
   both were linked to the first, so that a program that keeps only the second lost
   the entries of checks that it has.  An adversary's case.  */

typedef int function (int);

#define IN_TEXT __attribute__ ((__section__ ("same_name")))

int IN_TEXT
dropped (function *f)
{
  return f (1) + 1;
}

int __attribute__ ((__retain__, __used__)) IN_TEXT
retained (function *f)
{
  return f (1) + f (2);
}

int IN_TEXT
also_dropped (function *f)
{
  return f (1) + 1;
}

void
entry (void)
{
}

/* { dg-final { check-live-traps entry 2 } } */
/* { dg-final { check-live-traps dropped 4 } } */
