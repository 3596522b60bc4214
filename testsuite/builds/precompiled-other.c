/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second unit of precompiled.c, without a precompiled header.  */

#include "trap.h"

typedef struct
{
  int k;
} named_by_typedef;

int
of_other_unit (named_by_typedef *s)
{
  REACHED ();
  return s->k + 1;
}
