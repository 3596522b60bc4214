/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of functions in texts: as the source has them, unless the user wants them
   as the symbol table has them.  */

#ifndef AUDIT_NAMES_H
#define AUDIT_NAMES_H

#include "../../../plugin/base/text.h"
#include "json-writer.h"
#include "options.h"

/* Append TEXT, a name or words with names between them, for a terminal, or as it
   stands in HTML.  */
void audit_add_names (struct kcfi_text *out, const char *text,
		      const struct audit_options *options);
void audit_add_html_names (struct kcfi_text *out, const char *text,
			   const struct audit_options *options);

/* Write the member KEY, which is TEXT as symbol tables have it, and "demangled" behind
   it if the source has other names.  */
void audit_json_names (struct audit_json *json, const char *key,
		       const char *text, const struct audit_options *options);

#endif
