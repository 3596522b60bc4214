/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways into functions besides their own: parts of the reports.  */

#ifndef AUDIT_REPORT_ENTRIES_H
#define AUDIT_REPORT_ENTRIES_H

#include "../model/audit.h"
#include "json-writer.h"
#include "options.h"

/* The number of lines that audit_write_entries has for AUDIT.  */
size_t audit_entries_count (const struct audit *audit);

/* Append a line for each entry and shim of AUDIT, at most as many as OPTIONS say, and
   one about Rust's drop glue.  */
void audit_write_entries (struct kcfi_text *out, const struct audit *audit,
			  const struct audit_options *options);

/* The members "entries" and "drop_glue" of the report for programs.  */
void audit_json_entries (struct audit_json *json, const struct audit *audit,
			 const struct audit_options *options);

#endif
