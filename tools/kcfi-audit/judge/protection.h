/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether there is anything of KCFI in the files.  */

#ifndef AUDIT_PROTECTION_H
#define AUDIT_PROTECTION_H

#include "../model/audit.h"

/* Note that no file of AUDIT was compiled with KCFI, if that is so and one has
   functions or indirect calls.  One file among others may be right without:
   assembler.  */
void audit_judge_protection (struct audit *audit);

#endif
