/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other unit of shared-thunks.cc: its table names the copies that are made
   there.  */

#include "trap.h"
#include "../shared-thunks.h"

int made;

struct far_heir : both
{
  int f = 6;
};

both *
make_far_heir ()
{
  return new far_heir;
}
