/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What options.tcl compiles with the options of firmware: one indirect call, one
   sibling call, and functions whose address is taken.  */

typedef int function (int);

extern function *volatile chosen;
extern int counter;

int
target (int x)
{
  return x + counter;
}

int
call (function *f)
{
  return f (1) + 1;
}

int
last (function *f)
{
  return f (2);
}

int
start (void)
{
  chosen = target;
  return call (chosen) + last (chosen);
}

function *volatile chosen;
int counter;
