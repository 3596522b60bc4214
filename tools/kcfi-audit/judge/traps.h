/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traps: the trap table, or the traps' own numbers.  */

#ifndef AUDIT_TRAPS_H
#define AUDIT_TRAPS_H

#include "../model/audit-file.h"

/* Read FILE's trap table; nothing happens on machines without one.  */
void audit_read_traps (struct audit_file *file);

/* Compare FILE's trap table, which was read, or on machines without one the
   numbers of the traps, with the checks; after its code was scanned.  */
void audit_judge_traps (struct audit_file *file);

#endif
