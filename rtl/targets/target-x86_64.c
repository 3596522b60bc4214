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
	call	*%rax

   A jump that is taken costs more than one that is not.  Where no kernel decodes
   the check, the trap can be the last byte of an instruction that does nothing:

	movl	$-ID, %r10d
	addl	-4-M(%rax), %r10d
	jne	.Lkcfi_trap1
	.byte	0xa8			test $0xd6, %al
     .Lkcfi_trap1:
	.byte	0xd6			no instruction of 64-bit code
	(entry in .kcfi_traps)
	call	*%rax

   (Intel SDM volume 2, appendix A: D6 in 64-bit mode is invalid; newer ones name
   it UDB, which always traps.)  */

#include "../../gimple/ids/mask.h"
#include "trap-table.h"
#include "x86-check.h"
#include "x86-preamble.h"

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

/* The rest of a check whose jump is not taken when all is well.  */
static void
print_trap_inside (struct kcfi_text *text, const struct kcfi_check *check)
{
  kcfi_text_printf (text,
		    "\tjne\t.Lkcfi_trap%u\n"
		    "\t.byte\t0xa8\n"
		    ".Lkcfi_trap%u:\n"
		    "\t.byte\t0xd6\n",
		    check->number, check->number);
  kcfi_print_trap_entry (text, check);
}

static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  unsigned number = check->number;
  kcfi_print_x86_comparison (text, check);
  if (check->mode->form == KCFI_CHECK_NOT_TAKEN)
    {
      print_trap_inside (text, check);
      return;
    }
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
  .other_form = KCFI_CHECK_NOT_TAKEN,
  .max_prefix_bytes = 65534,
  .address_spaces = address_spaces,
  .id_bytes = kcfi_x86_id_bytes,
  .mask_id = kcfi_mask_endbr,
  .print_check = print_check,
  .print_entry = kcfi_print_x86_entry,
  .print_preamble = kcfi_print_x86_preamble,
};
