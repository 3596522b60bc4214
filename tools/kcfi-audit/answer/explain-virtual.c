/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kcfi-audit explain says of a virtual call that failed.  */

#include "explain-virtual.h"

#include "explain-text.h"

void
audit_add_virtual_expectation (struct kcfi_text *out, const struct audit *audit,
			       uint32_t id, const struct audit_options *options)
{
  const struct audit_class *class = audit_find_class (&audit->virtual_ids, id);
  kcfi_text_printf (out, "  call expects  virtual id 0x%08x  ", id);
  if (!class || !class->functions_count)
    {
      kcfi_text_add (out, "of no function of the files\n");
      return;
    }
  const struct audit_member *member
      = &audit->virtual_ids.functions[class->functions];
  audit_add_escaped_names (out, "(such as %s)\n",
			   audit_member_function (audit, member)->name,
			   options);
}

void
audit_add_virtual_target (struct kcfi_text *out,
			  const struct audit_preamble *preamble,
			  uint32_t expected)
{
  if (preamble->has_virtual)
    kcfi_text_printf (out, "  function has  virtual id 0x%08x\n",
		      preamble->virtual_id);
  else
    kcfi_text_add (out, "  function has  no virtual id\n");
  if (preamble->has_virtual && preamble->virtual_id == expected)
    kcfi_text_add (out, "  The ids are equal: the report is not of this "
			"build.\n");
  kcfi_text_add (out,
		 "  likely cause: the object is not one of its class: freed,"
		 " overwritten, or cast\n");
}
