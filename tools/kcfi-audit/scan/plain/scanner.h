/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner that the machines of machine.h share.  */

#ifndef AUDIT_PLAIN_SCANNER_H
#define AUDIT_PLAIN_SCANNER_H

#include "machine.h"

struct plain_scanner;

/* For struct audit_machine: a scanner of FILE for MACHINE, and what scans with it
   and frees it.  */
struct plain_scanner *plain_start (struct audit_file *file,
				   const struct plain_machine *machine);
void plain_scan (struct audit_file *file, void *state,
		 const struct audit_range *range);
void plain_stop (void *state);

#endif
