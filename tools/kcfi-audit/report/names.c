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
