/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One word in front of a function.  word-preamble.h shows it.

   The word is aligned to 4, so that the check's load is: some machines trap
   otherwise.  Clang lets the entry follow, so that a function aligned to 64
   lands at 4 behind a multiple of 64.  Here a pad in front of the word moves
   the entry to where the user wants it; the check reads at the same distance
   from it.  An odd number of two-byte nops leaves the entry 2 short of it.  */

#include "word-preamble.h"

#include <inttypes.h>

void
kcfi_print_word_preamble (struct kcfi_text *text,
			  const struct kcfi_preamble *preamble,
			  const char *directive)
{
  unsigned id_bytes = 4 * (preamble->has_id + preamble->has_virtual_id);
  unsigned tail = id_bytes + preamble->prefix_nops * preamble->mode->nop_bytes;
  unsigned alignment = preamble->alignment;
  unsigned pad = (alignment - tail % alignment) % alignment;
  if (preamble->has_id && alignment < 4)
    alignment = 4;
  if (preamble->has_id)
    pad -= pad % 4;
  if (preamble->alignment < alignment || pad)
    kcfi_text_printf (text, "\t.balign\t%u\n", alignment);
  if (pad)
    kcfi_text_printf (text, "\t.skip\t%u\n", pad);
  if (preamble->has_virtual_id)
    kcfi_text_printf (text, "\t.%s\t%" PRIu32 "\n", directive,
		      preamble->virtual_id);
  if (preamble->has_id)
    kcfi_text_printf (text, "\t.%s\t%" PRIu32 "\n", directive, preamble->id);
}
