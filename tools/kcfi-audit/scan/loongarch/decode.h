/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructions of loongarch64.  */

#ifndef AUDIT_LOONGARCH_DECODE_H
#define AUDIT_LOONGARCH_DECODE_H

#include "../plain/scanner.h"

struct plain_instruction loongarch_decode (const struct audit_file *file,
					   const unsigned char *bytes,
					   size_t size);

#endif
