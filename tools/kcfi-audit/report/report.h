/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports.  */

#ifndef AUDIT_REPORT_H
#define AUDIT_REPORT_H

#include "../model/audit.h"
#include "options.h"

/* Each appends its whole report about AUDIT to OUT; audit_report_line's is one
   line.  */
void audit_report_text (struct kcfi_text *out, const struct audit *audit,
			const struct audit_options *options);
void audit_report_json (struct kcfi_text *out, const struct audit *audit,
			const struct audit_options *options);
void audit_report_line (struct kcfi_text *out, const struct audit *audit,
			const struct audit_options *options);
void audit_report_sarif (struct kcfi_text *out, const struct audit *audit,
			 const struct audit_options *options);
void audit_report_html (struct kcfi_text *out, const struct audit *audit,
			const struct audit_options *options);

#endif
