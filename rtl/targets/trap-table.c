/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of .kcfi_traps.  trap-table.h shows them.  */

#include "trap-table.h"

void
kcfi_print_trap_entry (struct kcfi_text *text, const struct kcfi_check *check)
{
  if (check->comdat_group)
    kcfi_text_printf (text,
		      "\t.pushsection .kcfi_traps,\"aoG\",@progbits,%s,%s,"
		      "comdat\n",
		      check->section, check->comdat_group);
  else
    kcfi_text_printf (text, "\t.pushsection .kcfi_traps,\"ao\",@progbits,%s\n",
		      check->section);
  kcfi_text_printf (text,
		    "\t.long\t.Lkcfi_trap%u-.\n"
		    "\t.popsection\n",
		    check->number);
}
