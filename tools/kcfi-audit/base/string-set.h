/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of strings, each kept once: the same prototype has thousands of
   functions.  */

#ifndef AUDIT_STRING_SET_H
#define AUDIT_STRING_SET_H

#include <stddef.h>

struct audit_strings;

/* The one copy of STRING in *STRINGS, which is made if it is NULL.  The copy
   lives as long as *STRINGS, which the caller frees with audit_strings_free. */
const char *audit_strings_keep (struct audit_strings **strings,
				const char *string);

/* STRINGS may be NULL.  */
void audit_strings_free (struct audit_strings *strings);

#endif
