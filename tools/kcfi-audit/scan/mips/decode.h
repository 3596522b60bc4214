/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructions of mips64, up to release 5.  */

#ifndef AUDIT_MIPS_DECODE_H
#define AUDIT_MIPS_DECODE_H

#include "../plain/scanner.h"

struct plain_instruction mips_decode (const struct audit_file *file,
				      const unsigned char *bytes, size_t size);

#endif
