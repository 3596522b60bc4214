/* SPDX-License-Identifier: GPL-3.0-or-later */
/* s390x: a comparison without the id in the code, and a trap that has no way on to
   the call (doc/abi-generic.md "s390x").

     check of a call through %r1	preamble
	iilf	%r0, -ID		.long	ID
	aly	%r0, -4-2*M(%r1)	nopr (M of them)
	brc	10, .Lkcfi_pass1	f:
     .Lkcfi_trap1:
	j	.+2
	j	.Lkcfi_trap1
     .Lkcfi_pass1:
	basr	%r14, %r1

   aly sets condition code 0 or 2 if the sum is zero, without and with a carry:
   mask 10.  Clang's `iilf %r0, ID' and `cy' would leave the id in the code: a forged
   pointer right behind it would pass (x86-check.h).

   `j .+2' is GCC's trap: it jumps into its own operand, which is no
   instruction.  The processor then stands behind it, so that Clang's
   `jne .+2' goes on to the call when a handler of SIGILL returns.  */

#include "word-preamble.h"

/* -m31 with its own instruction set has words of 32 bits.  */
static const char *const triplets[] = { "s390x-", NULL };

/* r0 may be the static chain, r2 to r5 hold arguments; r6 is saved by callees.
   r14 gets the return address.  */
static const char *const scratch_registers[]
    = { "%r0", "%r1", "%r5", "%r4", "%r3", "%r2", "%r14", NULL };

/* An address is an addition that `bas' makes; r0 would read as zero.  */
static const char *const address_registers[]
    = { "%r1", "%r5", "%r4", "%r3", "%r2", "%r14", NULL };

/* -mhotpatch's first number is of nops that GCC prints right in front of the
   label.  */
static const struct kcfi_refusal refusals[]
    = { { "mhotpatch=", "0,", "hotpatch" }, { NULL, NULL, NULL } };

/* A sibling call with a static chain and all arguments leaves no register: r0
   waits in the register save area of this frame, which belongs to the callee
   from its first instruction on.  */
static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  bool saved = check->scratch[0] == NULL;
  const char *scratch = saved ? "%r0" : check->scratch[0];
  if (saved)
    kcfi_text_add (text, "stg\t%r0,16(%r15)\n\t");
  kcfi_text_printf (text,
		    "iilf\t%s,%u\n"
		    "\taly\t%s,-%u(%s)\n",
		    scratch, -check->id, scratch, check->id_offset,
		    check->target);
  if (saved)
    kcfi_text_add (text, "\tlg\t%r0,16(%r15)\n");
  kcfi_text_printf (text,
		    "\tbrc\t10,.Lkcfi_pass%u\n"
		    ".Lkcfi_trap%u:\n"
		    "\tj\t.+2\n"
		    "\tj\t.Lkcfi_trap%u\n"
		    ".Lkcfi_pass%u:",
		    check->number, check->number, check->number, check->number);
}

static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_print_word_preamble (text, preamble, "long");
}

static void
print_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  kcfi_text_printf (text, "\tjg\t%s\n", entry->function);
}

const struct kcfi_target kcfi_target_s390 = {
  .name = "s390x",
  .triplets = triplets,
  .word_bits = 64,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 1,
  .scratch_needed = 0,
  .flags_register = "%cc",
  .address_registers = address_registers,
  .refusals = refusals,
  .max_prefix_bytes = 65534, /* aly reaches back half a megabyte.  */
  .print_check = print_check,
  .print_entry = print_entry,
  .nop = "nopr",
  .print_preamble = print_preamble,
};
