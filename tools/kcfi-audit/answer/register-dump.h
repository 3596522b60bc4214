/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What firmware prints of a trap that it does not know: the program counter and the
   registers, in lines such as

     sbi_trap_error: hart0: trap0: mepc=0x000000008000afc0 mstatus=0x...  OpenSBI
     elr: 000000000000b738 lr : 000000000000b700			   U-Boot, aarch64
     RIP:    e008:[<ffff82d040201234>] read_io+0x14/0x20		   Xen
     elr_el3        = 0x000000000e0a5954				   TF-A

   U-Boot's line with "(reloc)" is left out: its registers are not like that.  */

#ifndef AUDIT_REGISTER_DUMP_H
#define AUDIT_REGISTER_DUMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cfi-report.h"

/* Read the next dump in TEXT from *AT on, which is moved behind it, into REPORT, whose
   strings it does not own: TEXT must live on.  False if there is none.  */
bool audit_next_dump (const char *text, size_t *at,
		      struct audit_cfi_report *report);

/* The value of the register NAME in the dump of REPORT; false if it is not there.  */
bool audit_dumped_register (const struct audit_cfi_report *report,
			    const char *name, uint64_t *value);

#endif
