/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that answer questions about ids and reports.  */

#ifndef AUDIT_EXPLAIN_H
#define AUDIT_EXPLAIN_H

#include "../model/audit.h"
#include "../report/options.h"

/* True if OPERAND is an id: 0x and up to eight hexadecimal digits.  */
bool audit_operand_id (const char *operand, uint32_t *id);

/* Append to OUT what ID is in AUDIT, which must be read with all
   declarations.  Returns whether anything has it.  */
bool audit_explain_id (struct kcfi_text *out, struct audit *audit, uint32_t id,
		       const struct audit_options *options);

/* Append to OUT what the CFI reports of Linux in LOG mean.  Returns how many
   there are.  */
size_t audit_explain_log (struct kcfi_text *out, struct audit *audit,
			  const char *log, const struct audit_options *options);

#endif
