/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both forms of kcfi-audit explain print.  */

#ifndef AUDIT_EXPLAIN_TEXT_H
#define AUDIT_EXPLAIN_TEXT_H

#include "../model/audit.h"
#include "../report/options.h"

/* Append STRING, of a file, to OUT by FORMAT, which has one %s: nothing in it
   gets to a terminal as a control character.  */
void audit_add_escaped (struct kcfi_text *out, const char *format,
			const char *string);

/* The same with names in STRING as OPTIONS wants them.  */
void audit_add_escaped_names (struct kcfi_text *out, const char *format,
			      const char *string,
			      const struct audit_options *options);

/* The name of FILE in front of a place, if AUDIT has several.  */
void audit_add_file (struct kcfi_text *out, const struct audit *audit,
		     const struct audit_file *file);

/* " (SOURCE:LINE)", or nothing if SOURCE is NULL.  */
void audit_add_source (struct kcfi_text *out, const char *source, int line);

#endif
