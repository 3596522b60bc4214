/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other half of prototypes.c.  */

#include "trap.h"
#include "../prototypes.h"

struct entry second_half[] = {
#define P(name, result, parameters, arguments)                                \
  { (void *) function_##name, call_##name },
#include "../prototypes.def"
#undef P
};
