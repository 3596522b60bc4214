/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other half of virtual-mode.cc.  */

#include "trap.h"

struct base
{
  virtual int f (int);
};

struct derived : base
{
  int f (int) override;
};

int
derived::f (int x)
{
  REACHED ();
  return x + 2;
}

base *
make_other (void)
{
  static derived object;
  return &object;
}
