/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of strings, each kept once: the same prototype has thousands of
   functions.  */

#ifndef AUDIT_STRINGS_H
#define AUDIT_STRINGS_H

#include <stddef.h>

struct audit_strings;

struct audit_strings *audit_strings_new (void);
void audit_strings_free (struct audit_strings *strings);

/* The one copy of STRING in STRINGS, which lives as long as STRINGS.  */
const char *audit_strings_keep (struct audit_strings *strings,
				const char *string);

#endif
