/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both forms of kcfi-audit explain print.  */

#include "explain-text.h"
#include "../base/escape.h"
#include "../report/names.h"

void
audit_add_escaped (struct kcfi_text *out, const char *format,
		   const char *string)
{
  struct kcfi_text escaped = { 0 };
  audit_escape_text (&escaped, string);
  kcfi_text_printf (out, format, escaped.bytes ? escaped.bytes : "");
  kcfi_text_free (&escaped);
}

void
audit_add_escaped_names (struct kcfi_text *out, const char *format,
			 const char *string,
			 const struct audit_options *options)
{
  struct kcfi_text escaped = { 0 };
  audit_add_names (&escaped, string, options);
  kcfi_text_printf (out, format, escaped.bytes ? escaped.bytes : "");
  kcfi_text_free (&escaped);
}

void
audit_add_file (struct kcfi_text *out, const struct audit *audit,
		const struct audit_file *file)
{
  if (audit->files_count > 1)
    audit_add_escaped (out, "%s: ", file->elf.name);
}

void
audit_add_source (struct kcfi_text *out, const char *source, int line)
{
  if (!source)
    return;
  audit_add_escaped (out, " (%s", source);
  kcfi_text_printf (out, ":%d)", line);
}
