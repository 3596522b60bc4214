/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison of x86's checks.  x86-check.h shows it.  */

#include "x86-check.h"

#include <string.h>

static bool
numbered_register (const char *name)
{
  return name[0] == 'r' && name[1] >= '0' && name[1] <= '9';
}

/* Print register NAME, BITS of it.  */
static void
print_register (struct kcfi_text *text, const struct kcfi_code_mode *mode,
		const char *name, unsigned bits)
{
  const char *sign = mode->intel_syntax ? "" : "%";
  if (numbered_register (name))
    kcfi_text_printf (text, "%s%s%s", sign, name, bits == 32 ? "d" : "");
  else
    kcfi_text_printf (text, "%s%c%s", sign, bits == 32 ? 'e' : 'r', name);
}

/* `push' or `pop' of the whole register NAME.  Flags stay.  */
static void
print_stack (struct kcfi_text *text, const struct kcfi_code_mode *mode,
	     const char *instruction, const char *name)
{
  kcfi_text_printf (text, "%s\t", instruction);
  print_register (text, mode, name, mode->word_bits);
  kcfi_text_add (text, "\n");
}

static void
print_att (struct kcfi_text *text, const struct kcfi_check *check,
	   const char *scratch, int offset)
{
  const struct kcfi_code_mode *mode = check->mode;
  kcfi_text_printf (text, "movl\t$%u, ", -check->id);
  print_register (text, mode, scratch, 32);
  kcfi_text_printf (text, "\n\taddl\t%s%d(", mode->real_mode ? "%cs:" : "",
		    offset);
  print_register (text, mode, check->target, mode->word_bits);
  kcfi_text_add (text, "), ");
  print_register (text, mode, scratch, 32);
  kcfi_text_add (text, "\n");
}

static void
print_intel (struct kcfi_text *text, const struct kcfi_check *check,
	     const char *scratch, int offset)
{
  const struct kcfi_code_mode *mode = check->mode;
  kcfi_text_add (text, "mov\t");
  print_register (text, mode, scratch, 32);
  kcfi_text_printf (text, ", %u\n\tadd\t", -check->id);
  print_register (text, mode, scratch, 32);
  kcfi_text_printf (text, ", DWORD PTR %s[", mode->real_mode ? "cs:" : "");
  print_register (text, mode, check->target, mode->word_bits);
  kcfi_text_printf (text, "%d]\n", offset);
}

/* A saved register lies where a tail call has nothing of its own any more: what
   the red zone had is dead, for no pointer to it can leave the function.  */
void
kcfi_print_x86_comparison (struct kcfi_text *text,
			   const struct kcfi_check *check)
{
  const struct kcfi_code_mode *mode = check->mode;
  const char *scratch = check->scratch[0];
  int offset = -(int) check->id_offset;
  bool saved = !scratch;
  if (saved)
    {
      scratch = strcmp (check->target, "cx") == 0 ? "dx" : "cx";
      print_stack (text, mode, "push", scratch);
      kcfi_text_add (text, "\t");
    }
  if (mode->intel_syntax)
    print_intel (text, check, scratch, offset);
  else
    print_att (text, check, scratch, offset);
  if (saved)
    {
      kcfi_text_add (text, "\t");
      print_stack (text, mode, "pop", scratch);
    }
}
