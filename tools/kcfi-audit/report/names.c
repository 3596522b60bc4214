/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of functions in texts.  */

#include "names.h"

#include <stdlib.h>

#include "../base/demangle.h"
#include "../base/escape.h"

static void
add_names (struct kcfi_text *out, const char *text,
	   const struct audit_options *options,
	   void (*escape) (struct kcfi_text *out, const char *string))
{
  char *demangled = options->mangled ? NULL : audit_demangle_text (text);
  escape (out, demangled ? demangled : text);
  free (demangled);
}

void
audit_add_names (struct kcfi_text *out, const char *text,
		 const struct audit_options *options)
{
  add_names (out, text, options, audit_escape_text);
}

void
audit_add_html_names (struct kcfi_text *out, const char *text,
		      const struct audit_options *options)
{
  add_names (out, text, options, audit_escape_html);
}

void
audit_json_names (struct audit_json *json, const char *key, const char *text,
		  const struct audit_options *options)
{
  audit_json_string (json, key, text);
  char *demangled = options->mangled ? NULL : audit_demangle_text (text);
  if (demangled)
    audit_json_string (json, "demangled", demangled);
  free (demangled);
}
