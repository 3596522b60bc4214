/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "retpolines" } */
/* { dg-options "-O2 -mindirect-branch=thunk-extern -mindirect-branch-register -mindirect-branch-cs-prefix -fpatchable-function-entry=11,11 -fcf-protection=branch -fno-jump-tables" } */
/* As a kernel with retpolines and call padding is compiled: each target in r11,
   and the check exactly 14 bytes before the (prefixed) call of the thunk.  */

struct operations
{
  int (*hook) (int);
};

int (*global) (int);

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
tail (int (*f) (int), int x)
{
  return f (x);
}

int
memory (struct operations *o, int x)
{
  return o->hook (x) + 1;
}

int
memory_tail (struct operations *o, int x)
{
  return o->hook (x);
}

int
global_tail (int x)
{
  return global (x);
}

long
many (long (*f) (long, long, long, long, long, long, long), long a)
{
  return f (a, a, a, a, a, a, a) + 1;
}

/* { dg-final { check-calls 6 -target r11 } } */
/* { dg-final { scan-object-times "\\t2e e8 .*__x86_indirect_thunk_r11" 3 } } */
/* { dg-final { scan-object-times "\\t2e e9 .*__x86_indirect_thunk_r11" 3 } } */
/* { dg-final { scan-object-not "thunk_r(ax|\[b-d]x|\[89]|10|1\[2-5])" } } */
/* { dg-final { scan-object-times "45 03 53 f1 +\\tadd +-0xf\\(%r11\\),%r10d" 6 } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { check-entry call f3 0f 1e fa } } */
