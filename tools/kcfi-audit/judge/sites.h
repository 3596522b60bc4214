/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why sites have no check, and which of that is a problem.  */

#ifndef AUDIT_JUDGE_SITES_H
#define AUDIT_JUDGE_SITES_H

#include "../model/audit.h"

/* Give the sites of FILE whose reason is AUDIT_UNKNOWN the reason that their
   place tells; after its code was scanned and its preambles were found.  */
void audit_judge_sites (struct audit_file *file);

/* Give the unexcused sites of FILE, which is one of AUDIT's, the reasons that
   AUDIT's listing knows, and mark those in the functions that KNOWN, the text
   of a list of names or NULL, names.  */
void audit_judge_by_lists (const struct audit *audit, struct audit_file *file,
			   const char *known);

/* Turn what was found about sites, checks and addresses into findings; the last
   layer, after debug information and listings had their say.  */
void audit_report_sites (struct audit_file *file);

#endif
