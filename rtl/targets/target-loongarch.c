/* SPDX-License-Identifier: GPL-3.0-or-later */
/* loongarch64: the check and the preamble of Clang's generic lowering
   (doc/abi-generic.md "loongarch64").

     check of a call through $r12	preamble
	ld.w	$r13, $r12, -4-4*M	.word	ID
	lu12i.w	$r14, ID >> 12		nop (M of them)
	ori	$r14, $r14, ID & 0xfff	f:
	beq	$r13, $r14, .Lkcfi_pass1
	break	0
     .Lkcfi_pass1:
	jirl	$r1, $r12, 0

   A handler of the trap that returns comes back to the break.  */

#include "word-preamble.h"

static const char *const triplets[] = { "loongarch64", NULL };

/* Temporaries before arguments; $r20 is the static chain.  */
static const char *const scratch_registers[]
    = { "$r12", "$r13", "$r14", "$r15", "$r16", "$r17", "$r18", "$r19", "$r20",
	"$r11", "$r10", "$r9",	"$r8",	"$r7",	"$r6",	"$r5",	"$r4",	NULL };

static const char *const address_registers[]
    = { "$r12", "$r13", "$r14", "$r15", "$r16", "$r17", "$r18", "$r19", NULL };

/* Both ld.w and lu12i.w extend the sign.  */
static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  const char *found = check->scratch[0], *expected = check->scratch[1];
  int high = (int) (check->id >> 12);
  if (high >= 0x80000)
    high -= 0x100000;
  kcfi_text_printf (text,
		    "ld.w\t%s,%s,-%u\n"
		    "\tlu12i.w\t%s,%d\n"
		    "\tori\t%s,%s,%u\n"
		    "\tbeq\t%s,%s,.Lkcfi_pass%u\n"
		    "\tbreak\t0\n"
		    ".Lkcfi_pass%u:",
		    found, check->target, check->id_offset, expected, high,
		    expected, expected, (unsigned) (check->id & 0xfff), found,
		    expected, check->number, check->number);
}

static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_print_word_preamble (text, preamble, "word");
}

static void
print_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  kcfi_text_printf (text, "\tb\t%s\n", entry->function);
}

const struct kcfi_target kcfi_target_loongarch = {
  .name = "loongarch64",
  .triplets = triplets,
  .word_bits = 64,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 2,
  .scratch_needed = 2,
  .address_registers = address_registers,
  .max_prefix_bytes = 2044, /* ld.w reaches back 2048.  */
  .print_check = print_check,
  .print_entry = print_entry,
  .print_preamble = print_preamble,
};
