/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses that code keeps on the stack: in a function with too few registers
   the address of a jump table is one of them (U-Boot's vsnprintf).

   What is loaded from such a place is not believed to be in the register, since
   a pushed argument moves the stack pointer; it only may be looked into as a
   table, as an address that the register once had.  */

#ifndef AUDIT_SPILLS_H
#define AUDIT_SPILLS_H

#include "register-values.h"

/* Register FROM, or what is in no register if that is AUDIT_NO_REGISTER, is stored
   at OFFSET from BASE, the register number of a stack or frame pointer.  */
void audit_spill (struct audit_values *values, unsigned base, int64_t offset,
		  unsigned from);

/* Register TO is loaded from there, and unknown otherwise.  */
void audit_reload (struct audit_values *values, unsigned base, int64_t offset,
		   unsigned to);

/* The address that was stored there last: of kind AUDIT_VALUE_UNKNOWN if there
   is none.  */
struct audit_value audit_spilled (const struct audit_values *values,
				  unsigned base, int64_t offset);

#endif
