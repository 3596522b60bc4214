/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of four bytes that are addresses less their place.  */

#ifndef AUDIT_RELATIVE_H
#define AUDIT_RELATIVE_H

#include "../model/audit-file.h"

/* The four bytes at BYTES, which stand at ADDRESS, as an address relative to
   that; in an object the relocation (on RISC-V a pair, of which the first adds)
   has the value.  False if it is not known.  */
bool audit_read_relative (const struct audit_file *file,
			  const unsigned char *bytes, uint64_t address,
			  uint64_t *place);

#endif
