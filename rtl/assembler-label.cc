/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Symbols as the assembler sees them.  */

#include "../plugin/gcc-compat.h"
#include "assembler-label.h"
#include "../plugin/base/text.h"

char *
kcfi_assembler_label (tree symbol)
{
  const char *name = IDENTIFIER_POINTER (symbol);
  struct kcfi_text label = {};
  if (name[0] != '*')
    kcfi_text_add (&label, user_label_prefix);
  kcfi_text_add (&label, targetm.strip_name_encoding (name));
  return kcfi_text_take (&label);
}
