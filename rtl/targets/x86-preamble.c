/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in front of a function of x86.  x86-preamble.h shows it.  */

#include "x86-preamble.h"

/* 16 or 32 bytes for a jump elsewhere, right in front of the label: the id
   could not stay behind them either, for who patches the function overwrites
   it.  */
const struct kcfi_refusal kcfi_x86_refusals[]
    = { { NULL, NULL, "ms_hook_prologue" }, { NULL, NULL, NULL } };

/* The register of the preamble's movl tells the arity: by its number in the
   instruction's encoding.  */
static const char *const arity_registers[]
    = { "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi" };

/* Of `movl $ID, %eax', in real mode with a prefix.  */
unsigned
kcfi_x86_id_bytes (const struct kcfi_code_mode *mode)
{
  return mode->real_mode ? 6 : 5;
}

/* The instruction that has ID for its operand.  */
static void
print_id (struct kcfi_text *text, const struct kcfi_code_mode *mode,
	  uint32_t id, const char *carrier)
{
  if (mode->intel_syntax)
    kcfi_text_printf (text, "\tmov\t%s, %u\n", carrier, id);
  else
    kcfi_text_printf (text, "\tmovl\t$%u, %%%s\n", id, carrier);
}

static void
print_nops (struct kcfi_text *text, unsigned count)
{
  if (count)
    kcfi_text_printf (text, "\t.skip\t%u, 0x90\n", count);
}

/* The entry is aligned to A: 16, or 4 where Clang saves space, or more if GCC
   or the user wants more (there Clang leaves the entry misaligned).  The pad
   stands in front of the movl, inside `__cfi_f'.  */
void
kcfi_print_x86_preamble (struct kcfi_text *text,
			 const struct kcfi_preamble *preamble)
{
  unsigned alignment = preamble->for_size ? (preamble->has_id ? 4 : 1) : 16;
  if (alignment < preamble->preferred_alignment)
    alignment = preamble->preferred_alignment;
  unsigned ids = preamble->has_id + preamble->has_virtual_id;
  unsigned tail
      = preamble->prefix_nops + ids * kcfi_x86_id_bytes (preamble->mode);
  unsigned pad = (alignment - tail % alignment) % alignment;

  if (alignment > 1)
    kcfi_text_printf (text, "\t.balign\t%u\n", alignment);
  if (!preamble->has_id)
    {
      print_nops (text, pad);
      return;
    }
  if (preamble->binding)
    kcfi_text_printf (text, "\t.%s\t__cfi_%s\n", preamble->binding,
		      preamble->function);
  kcfi_text_printf (text,
		    "\t.type\t__cfi_%s, @function\n"
		    "__cfi_%s:\n",
		    preamble->function, preamble->function);
  print_nops (text, pad);
  if (preamble->has_virtual_id)
    print_id (text, preamble->mode, preamble->virtual_id, "eax");
  print_id (text, preamble->mode, preamble->id,
	    arity_registers[preamble->arity > 0 ? preamble->arity : 0]);
  kcfi_text_printf (text, "\t.size\t__cfi_%s, .-__cfi_%s\n", preamble->function,
		    preamble->function);
}

void
kcfi_print_x86_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  if (entry->landing_pad)
    kcfi_text_printf (text, "\tendbr%u\n", entry->mode->word_bits);
  kcfi_text_printf (text, "\tjmp\t%s\n", entry->function);
}
