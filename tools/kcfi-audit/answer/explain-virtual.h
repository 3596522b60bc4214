/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kcfi-audit explain says of a virtual call that failed.  */

#ifndef AUDIT_EXPLAIN_VIRTUAL_H
#define AUDIT_EXPLAIN_VIRTUAL_H

#include "../model/audit.h"
#include "../report/options.h"

/* Append to OUT that the call expects virtual ID, and a function of AUDIT that has
   it.  */
void audit_add_virtual_expectation (struct kcfi_text *out,
				    const struct audit *audit, uint32_t id,
				    const struct audit_options *options);

/* Append what the target, whose PREAMBLE is given, has where the call looks for
   EXPECTED, and what that means.  */
void audit_add_virtual_target (struct kcfi_text *out,
			       const struct audit_preamble *preamble,
			       uint32_t expected);

#endif
