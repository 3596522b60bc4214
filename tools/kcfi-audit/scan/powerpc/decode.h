/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructions of powerpc64.  */

#ifndef AUDIT_POWERPC_DECODE_H
#define AUDIT_POWERPC_DECODE_H

#include "../plain/scanner.h"

/* Registers behind the general ones.  */
enum
{
  POWERPC_CTR = 32,
  POWERPC_LR = 33
};

struct plain_instruction powerpc_decode (const struct audit_file *file,
					 const unsigned char *bytes,
					 size_t size);

#endif
