/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86_64: the check and the preamble as Clang's X86AsmPrinter makes them and as
   Linux decodes them (doc/abi.md "x86_64").

     check                             preamble
	movl	$-ID, %r10d		__cfi_f:
	addl	-4-M(%rax), %r10d		nop ...
	je	.Lkcfi_pass1			movl	$ID, %eax
     .Lkcfi_trap1:				nop (M of them)
	ud2				f:
	(entry in .kcfi_traps)
     .Lkcfi_pass1:
	call	*%rax  */

#include "../../gimple/ids/mask.h"
#include "trap-table.h"
#include "x86-preamble.h"

#include <string.h>

static const char *const triplets[] = { "x86_64-", NULL };

/* r10 first, as Clang; the kernel's decoder wants it.  */
static const char *const scratch_registers[]
    = { "r10", "r11", "ax", "cx", "dx", "si", "di", "r8", "r9", NULL };

static const char *const address_registers[]
    = { "r11", "ax", "cx", "dx", "si", "di", "r8", "r9", "r10", NULL };

/* r10 is the scratch register; r12 and rsp need a SIB byte, so that the trap is
   no longer where the kernel's decoder looks back from.  */
static const char *const bad_targets[] = { "r10", "r12", "sp", NULL };

static const char *const address_spaces[] = { "AS257", "AS256", NULL };

static bool
numbered_register (const char *name)
{
  return name[0] == 'r' && name[1] >= '0' && name[1] <= '9';
}

/* Print register NAME: 64 bits wide, or its low 32 bits.  */
static void
print_register (struct kcfi_text *text, const struct kcfi_code_mode *mode,
		const char *name, bool low)
{
  const char *sign = mode->intel_syntax ? "" : "%";
  if (numbered_register (name))
    kcfi_text_printf (text, "%s%s%s", sign, name, low ? "d" : "");
  else
    kcfi_text_printf (text, "%s%c%s", sign, low ? 'e' : 'r', name);
}

/* Load and compare, using SCRATCH:
     movl $-ID, %scratch; addl OFFSET(%target), %scratch
   which leaves the id itself, a valid target's bytes, out of the code.  Without
   a free register the id has to stand there:
     cmpl $ID, OFFSET(%target)  */
static void
print_comparison (struct kcfi_text *text, const struct kcfi_check *check,
		  uint32_t id)
{
  const struct kcfi_code_mode *mode = check->mode;
  const char *scratch = check->scratch[0];
  int offset = -4 - (int) check->prefix_nops;
  if (mode->intel_syntax)
    {
      if (scratch)
	{
	  kcfi_text_add (text, "mov\t");
	  print_register (text, mode, scratch, true);
	  kcfi_text_printf (text, ", %u\n\tadd\t", -id);
	  print_register (text, mode, scratch, true);
	  kcfi_text_add (text, ", ");
	}
      else
	kcfi_text_add (text, "cmp\t");
      kcfi_text_add (text, "DWORD PTR [");
      print_register (text, mode, check->target, false);
      kcfi_text_printf (text, "%d]", offset);
      if (!scratch)
	kcfi_text_printf (text, ", %u", id);
      kcfi_text_add (text, "\n");
      return;
    }
  if (scratch)
    {
      kcfi_text_printf (text, "movl\t$%u, ", -id);
      print_register (text, mode, scratch, true);
      kcfi_text_printf (text, "\n\taddl\t%d(", offset);
      print_register (text, mode, check->target, false);
      kcfi_text_add (text, "), ");
      print_register (text, mode, scratch, true);
      kcfi_text_add (text, "\n");
      return;
    }
  kcfi_text_printf (text, "cmpl\t$%u, %d(", id, offset);
  print_register (text, mode, check->target, false);
  kcfi_text_add (text, ")\n");
}

static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  unsigned number = check->number;
  print_comparison (text, check, check->id);
  kcfi_text_printf (text,
		    "\tje\t.Lkcfi_pass%u\n"
		    ".Lkcfi_trap%u:\n"
		    "\tud2\n",
		    number, number);
  kcfi_print_trap_entry (text, check);
  kcfi_text_printf (text, ".Lkcfi_pass%u:", number);
}

const struct kcfi_target kcfi_target_x86_64 = {
  .name = "x86_64",
  .triplets = triplets,
  .word_bits = 64,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 1,
  .scratch_needed = 0,
  .flags_register = "flags",
  .address_registers = address_registers,
  .bad_targets = bad_targets,
  .thunk_option = "mindirect-branch=",
  .thunk_attribute = "indirect_branch",
  .thunk_register = "r11",
  .refusals = kcfi_x86_refusals,
  .has_arity = true,
  .max_prefix_bytes = 65534,
  .address_spaces = address_spaces,
  .mask_id = kcfi_mask_endbr,
  .print_check = print_check,
  .print_preamble = kcfi_print_x86_preamble,
};
