/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar on the terminal that says how far the work on a file is:

     vmlinux: code               [###########                  ]  37 %

   It is of the process, as its terminal is, and appears only for work that
   takes long enough to be waited for.  */

#ifndef AUDIT_PROGRESS_H
#define AUDIT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Show bars from now on, or, as at the start, none.  */
void audit_progress_enable (bool enable);

/* DONE of TOTAL of WHAT ("code") is done in the file NAME.  May be called very
   often.  */
void audit_progress (const char *name, const char *what, uint64_t done,
		     uint64_t total);

/* The work is done: the bar, if there is one, goes.  */
void audit_progress_end (void);

#endif
