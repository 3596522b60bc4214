/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86 of 32 bits: the preamble of x86_64, and the check that Clang's generic
   lowering makes of it (doc/abi-generic.md "i386").

     check                             preamble
	cmpl	$ID, -4-M(%eax)		__cfi_f:
	je	.Lkcfi_pass1			nop ...
	ud2					movl	$ID, %eax
     .Lkcfi_pass1:				nop (M of them)
	call	*%eax			f:

   Clang's trap is int3, from which a handler of SIGTRAP comes back to the call.
   ud2 is the same instruction again when its handler returns.  */

#include "../../gimple/ids/mask.h"
#include "x86-preamble.h"

static const char *const triplets[]
    = { "i386-", "i486-", "i586-", "i686-", "x86_64-", NULL };

/* The check needs none.  */
static const char *const scratch_registers[] = { NULL };

/* With -mregparm=3 all three may hold arguments: see register_calls_option.  */
static const char *const address_registers[] = { "ax", "dx", "cx", NULL };

static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  uint32_t id = check->id;
  int offset = -4 - (int) check->prefix_nops;
  if (check->mode->intel_syntax)
    kcfi_text_printf (text, "cmp\tDWORD PTR [e%s%d], %u\n", check->target,
		      offset, id);
  else
    kcfi_text_printf (text, "cmpl\t$%u, %d(%%e%s)\n", id, offset,
		      check->target);
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
  .scratch_wanted = 0,
  .scratch_needed = 0,
  .flags_register = "flags",
  .address_registers = address_registers,
  .register_calls_option = "mindirect-branch-register",
  .refusals = kcfi_x86_refusals,
  .has_arity = false,
  .max_prefix_bytes = 65534,
  .mask_id = kcfi_mask_endbr,
  .print_check = print_check,
  .print_preamble = kcfi_print_x86_preamble,
};
