/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call and a tail call, for tests of what stands around check and preamble on
   one machine or another.  The ids are clang's: 00050794 of what is called,
   6144b4a7 of call.  */

struct operations
{
  int (*hook) (int);
};

int
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

int
member (struct operations *o, int x)
{
  return o->hook (x);
}
