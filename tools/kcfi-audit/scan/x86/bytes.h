/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What x86's bytes and relocations say without decoding all code: functions of
   struct audit_machine, which says what they do.  */

#ifndef AUDIT_X86_BYTES_H
#define AUDIT_X86_BYTES_H

#include "../scan.h"

void x86_find_preamble (const struct audit_file *file,
			const struct audit_function *function,
			struct audit_preamble *preamble);

enum audit_relocation_kind x86_relocation_kind (uint32_t type);
enum audit_relocation_kind x86_32_relocation_kind (uint32_t type);

unsigned x86_formed_address (const unsigned char *bytes, size_t size,
			     uint64_t place, uint64_t *address);
unsigned x86_32_formed_address (const unsigned char *bytes, size_t size,
				uint64_t place, uint64_t *address);

#endif
