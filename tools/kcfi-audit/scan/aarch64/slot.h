/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling virtual calls of C++ from others, as far as code alone tells.  */

#ifndef AUDIT_AARCH64_SLOT_H
#define AUDIT_AARCH64_SLOT_H

#include "../scan.h"

/* True if the branch at PLACE in RANGE goes to what register TARGET was loaded with
   from a slot of a table whose address is the first thing in an object.  */
bool aarch64_loads_slot_p (const struct audit_range *range, uint64_t place,
			   unsigned target);

#endif
