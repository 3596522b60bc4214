/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Virtual calls and virtual tables of C++.  */

#ifndef AUDIT_JUDGE_VIRTUAL_H
#define AUDIT_JUDGE_VIRTUAL_H

#include "../model/audit.h"

/* Mark the virtual calls of AUDIT's files, whose sites are judged, count their
   virtual tables and note functions in these that lack the second word.  Before
   the classes are made.  */
void audit_judge_virtual (struct audit *audit);

#endif
