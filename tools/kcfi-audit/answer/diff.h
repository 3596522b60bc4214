/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two builds.  */

#ifndef AUDIT_DIFF_H
#define AUDIT_DIFF_H

#include "../model/audit.h"
#include "../report/options.h"

/* Append to OUT what is different in NEW; both were read with all declarations.
   Returns the number of differences.  */
size_t audit_diff (struct kcfi_text *out, const struct audit *old,
		   const struct audit *new,
		   const struct audit_options *options);

/* The same as JSON: doc/kcfi-audit-diff.schema.json.  */
size_t audit_diff_json (struct kcfi_text *out, const struct audit *old,
			const struct audit *new,
			const struct audit_options *options);

#endif
