/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of .kcfi_traps.  trap-table.h shows them.  */

#include "trap-table.h"

void
kcfi_print_trap_entry (struct kcfi_text *text, const struct kcfi_check *check)
{
  const char *group = check->comdat_group;
  if (check->mode->no_trap_table)
    return;
  kcfi_text_printf (text,
		    "\t.pushsection .kcfi_traps,\"ao%s\",@progbits,"
		    ".Lkcfi_trap%u%s%s%s\n"
		    "\t.long\t.Lkcfi_trap%u-.\n"
		    "\t.popsection\n",
		    group ? "G" : "", check->section_check, group ? "," : "",
		    group ? group : "", group ? ",comdat" : "", check->number);
}
