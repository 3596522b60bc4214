/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names from files, made fit for what is printed.  Control characters of a
   hostile file become harmless.  */

#ifndef AUDIT_ESCAPE_H
#define AUDIT_ESCAPE_H

#include "../../../plugin/base/text.h"

/* Append STRING as it stands inside a JSON string or in HTML.  */
void audit_escape_json (struct kcfi_text *out, const char *string);
void audit_escape_html (struct kcfi_text *out, const char *string);
/* For a terminal: control characters become `?'.  */
void audit_escape_text (struct kcfi_text *out, const char *string);

#endif
