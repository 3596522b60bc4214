/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worse than in an earlier build.  */

#ifndef AUDIT_JUDGE_BASELINE_H
#define AUDIT_JUDGE_BASELINE_H

#include "../model/audit.h"
#include "../model/baseline.h"

/* What later builds can be compared with: what AUDIT, which is finished, has.
   BASELINE is empty, and is to be freed.  */
void audit_collect_baseline (const struct audit *audit,
			     struct audit_baseline *baseline);

/* Note in AUDIT, which is finished, what is worse than in OLD: unchecked calls
   that are not there, classes that are larger, preambles that were lost.  */
void audit_compare_baseline (struct audit *audit,
			     const struct audit_baseline *old);

#endif
