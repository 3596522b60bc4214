/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86 of 32 bits: preamble and comparison of x86_64 (doc/abi-generic.md "i386").

     check                             preamble
	movl	$-ID, %ecx		__cfi_f:
	addl	-4-M(%eax), %ecx		nop ...
	je	.Lkcfi_pass1			movl	$ID, %eax
	ud2					nop (M of them)
     .Lkcfi_pass1:			f:
	call	*%eax

   Clang compares by `cmpl $ID', which leaves the id in the code, and its trap is
   int3, from which a handler of SIGTRAP comes back to the call.
   ud2 is the same instruction again when its handler returns.  */

#include "../../gimple/ids/mask.h"
#include "x86-check.h"
#include "x86-preamble.h"

static const char *const triplets[]
    = { "i386-", "i486-", "i586-", "i686-", "x86_64-", NULL };

/* GCC likes to call through eax.  */
static const char *const scratch_registers[] = { "cx", "dx", "ax", NULL };

/* With -mregparm=3 all three may hold arguments: see register_calls_option.  */
static const char *const address_registers[] = { "ax", "dx", "cx", NULL };

static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  kcfi_print_x86_comparison (text, check);
  kcfi_text_printf (text,
		    "\tje\t.Lkcfi_pass%u\n"
		    "\tud2\n"
		    ".Lkcfi_pass%u:",
		    check->number, check->number);
}

const struct kcfi_target kcfi_target_i386 = {
  .name = "i386",
  .triplets = triplets,
  .word_bits = 32,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 1,
  .scratch_needed = 0,
  .flags_register = "flags",
  .address_registers = address_registers,
  .register_calls_option = "mindirect-branch-register",
  .real_mode_option = "m16",
  .refusals = kcfi_x86_refusals,
  .has_arity = false,
  .max_prefix_bytes = 65534,
  .id_bytes = kcfi_x86_id_bytes,
  .mask_id = kcfi_mask_endbr,
  .print_check = print_check,
  .print_entry = kcfi_print_x86_entry,
  .print_preamble = kcfi_print_x86_preamble,
};
