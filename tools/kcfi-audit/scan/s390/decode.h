/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructions of s390x, of two, four and six bytes.  */

#ifndef AUDIT_S390_DECODE_H
#define AUDIT_S390_DECODE_H

#include "../plain/scanner.h"

struct plain_instruction s390_decode (const struct audit_file *file,
				      const unsigned char *bytes, size_t size);

#endif
