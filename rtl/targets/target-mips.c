/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mips and mips64, both byte orders: the preamble of Clang's generic lowering,
   and a check that ends in a conditional trap (doc/abi-generic.md "mips").

     check of a call through $25	preamble
	lw	$2, -4($25)		.word	ID
	lui	$1, ID >> 16		f:
	ori	$1, $1, ID & 0xffff
	tne	$2, $1
	jalr	$25

   $1 is the assembler's: nothing else can expect to find a value in it again.
   A handler of the trap that returns comes back to the tne.  */

#include "word-preamble.h"

static const char *const triplets[] = { "mips", NULL };

/* Results and temporaries before arguments; $15 is the static chain, $25 the
   called address in code for shared libraries.  */
static const char *const scratch_registers[]
    = { "$2", "$3", "$24", "$14", "$13", "$12", "$15", "$11", "$10",
	"$9", "$8", "$7",  "$6",  "$5",	 "$4",	"$25", NULL };

static const char *const address_registers[] = { NULL };

/* Addresses of functions in the short encodings are odd.  */
static const struct kcfi_refusal refusals[]
    = { { "mips16", NULL, "mips16" },
	{ "mmicromips", NULL, "micromips" },
	{ NULL, NULL, NULL } };

/* The two instructions between lw and tne are for MIPS II, where the loaded
   value comes late.  */
static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  const char *found = check->scratch[0];
  kcfi_text_printf (text,
		    ".set\tpush\n"
		    "\t.set\tnoat\n"
		    "\t.set\tnoreorder\n"
		    "\tlw\t%s,-%u(%s)\n"
		    "\tlui\t$1,%u\n"
		    "\tori\t$1,$1,%u\n"
		    "\ttne\t%s,$1\n"
		    "\t.set\tpop",
		    found, check->id_offset, check->target,
		    (unsigned) (check->id >> 16),
		    (unsigned) (check->id & 0xffff), found);
}

static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_print_word_preamble (text, preamble, "word");
}

/* $25 is the called address, from which code for shared libraries finds its
   data.  */
static void
print_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  kcfi_text_printf (text,
		    "\t.set\tpush\n"
		    "\t.set\tnoreorder\n"
		    "\tb\t%s\n"
		    "\t%saddiu\t$25,$25,%s-%s\n"
		    "\t.set\tpop\n",
		    entry->function, entry->mode->word_bits == 64 ? "d" : "",
		    entry->function, entry->label);
}

const struct kcfi_target kcfi_target_mips = {
  .name = "mips",
  .triplets = triplets,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 1,
  .scratch_needed = 1,
  .address_registers = address_registers,
  .refusals = refusals,
  .no_patchable_entry = true, /* The label comes with the prologue.  */
  .print_check = print_check,
  .print_entry = print_entry,
  .print_preamble = print_preamble,
};
