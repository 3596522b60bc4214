/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values in registers of plain machines.  */

#ifndef AUDIT_PLAIN_VALUES_H
#define AUDIT_PLAIN_VALUES_H

#include "../register-values.h"
#include "machine.h"

enum
{
  PLAIN_SUM
  = AUDIT_MAX_REGISTERS - 1, /* No machine's: a sum that is jumped to.  */
  PLAIN_TABLES = 8
};

/* Sections that hold addresses for the code: .got, .toc, .plt.  */
struct plain_tables
{
  uint64_t start[PLAIN_TABLES], end[PLAIN_TABLES];
  unsigned count;
};

/* Fill TABLES with those of FILE.  */
void plain_find_tables (struct plain_tables *tables,
			const struct audit_file *file);

/* What the register that finds the GOT has in FILE.  */
uint64_t plain_got_address (const struct audit_file *file,
			    const struct plain_machine *machine);

/* Follow INSTRUCTION at PLACE, no branch, in VALUES.  */
void plain_follow (struct audit_values *values,
		   const struct plain_machine *machine,
		   const struct plain_tables *tables,
		   const struct plain_instruction *instruction, uint64_t place);

/* Register TO of VALUES becomes unknown if it may change.  */
void plain_forget (struct audit_values *values,
		   const struct plain_machine *machine, unsigned to);

#endif
