/* SPDX-License-Identifier: GPL-3.0-or-later */
/* aarch64, both byte orders: the check and the preamble as Clang's
   AArch64AsmPrinter makes them and as Linux decodes the brk (doc/abi-targets.md
   "aarch64").

     check of a call through x8		preamble
	ldur	w16, [x8, #-4-4*M]	.word	ID
	movk	w17, #ID & 0xffff	nop (M of them)
	movk	w17, #ID >> 16, lsl #16	f:
	cmp	w16, w17
	b.eq	.Lkcfi_pass1
	brk	#0x8228
     .Lkcfi_pass1:
	blr	x8

   With check=out-of-line the branch is taken to trap only.  The trap stands behind
   the function; a handler that skips it, as Linux's permissive mode does, comes to
   the call all the same:

	cmp	w16, w17				...
	b.ne	.Lkcfi_trap1			.Lkcfi_trap1:
     .Lkcfi_pass1:					brk	#0x8228
	blr	x8					b	.Lkcfi_pass1  */

#include "word-preamble.h"

#include <stdlib.h>
#include <string.h>

static const char *const triplets[] = { "aarch64-", "aarch64_be-", NULL };

/* x16 and x17 as Clang, x9 when a call under BTI goes through one of them; the
   others for who fixes those.  No callee gets an argument in them but in x8
   (address of a result) and x0 to x7, which then are live.  */
static const char *const scratch_registers[]
    = { "x16", "x17", "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x8",
	"x7",  "x6",  "x5", "x4",  "x3",  "x2",	 "x1",	"x0",  NULL };

/* Calls go through registers only, but for tail calls under BTI the address
   must stay in x16 or x17: nothing is ever moved.  */
static const char *const address_registers[] = { NULL };

/* 17 of "x17"; 29 and 30 have no other names in GCC.  */
static unsigned
register_number (const char *name)
{
  return strtoul (name + 1, NULL, 10);
}

/* The scratch register of CHECK for the EXPECTED id or for the one that was found:
   x17 is for the former, as in Clang.  */
static const char *
scratch_of (const struct kcfi_check *check, bool expected)
{
  bool exchanged = strcmp (check->scratch[0], "x17") == 0;
  return check->scratch[expected != exchanged];
}

/* The brk's number tells the kernel's handler which register has the id and which
   the target.  */
static void
print_brk (struct kcfi_text *text, const struct kcfi_check *check)
{
  kcfi_text_printf (text, "\tbrk\t#%#x\n",
		    0x8000 | register_number (scratch_of (check, true)) << 5
			| register_number (check->target));
}

static void
print_trap (struct kcfi_text *text, const struct kcfi_check *check)
{
  kcfi_text_printf (text, ".Lkcfi_trap%u:\n", check->number);
  print_brk (text, check);
  kcfi_text_printf (text, "\tb\t.Lkcfi_pass%u", check->number);
}

/* movk needs no movz before it: cmp looks at the low half only, of which both
   parts are written.  */
static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  unsigned found_number = register_number (scratch_of (check, false));
  unsigned expected_number = register_number (scratch_of (check, true));
  kcfi_text_printf (text,
		    "ldur\tw%u, [%s, #-%u]\n"
		    "\tmovk\tw%u, #%u\n"
		    "\tmovk\tw%u, #%u, lsl #16\n"
		    "\tcmp\tw%u, w%u\n",
		    found_number, check->target, check->id_offset,
		    expected_number, (unsigned) (check->id & 0xffff),
		    expected_number, (unsigned) (check->id >> 16), found_number,
		    expected_number);
  if (check->mode->form == KCFI_CHECK_OUT_OF_LINE)
    kcfi_text_printf (text, "\tb.ne\t.Lkcfi_trap%u\n", check->number);
  else
    {
      kcfi_text_printf (text, "\tb.eq\t.Lkcfi_pass%u\n", check->number);
      print_brk (text, check);
    }
  kcfi_text_printf (text, ".Lkcfi_pass%u:", check->number);
}

/* gas aligns where code follows data, and then no longer knows how far apart
   the labels around that place are, which entry-guard.cc asks it.  An alignment
   of our own, of zero bytes, lets that be in front of the labels.  */
static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_print_word_preamble (text, preamble, "word");
  if (preamble->has_id && preamble->prefix_nops)
    kcfi_text_add (text, "\t.balign\t4\n");
}

/* A landing pad for calls and jumps, which is a nop where there are none.  */
static void
print_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  kcfi_text_printf (text, "\thint\t#38\n\tb\t%s\n", entry->function);
}

const struct kcfi_target kcfi_target_aarch64 = {
  .name = "aarch64",
  .triplets = triplets,
  .word_bits = 64,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 2,
  .scratch_needed = 2,
  .flags_register = "cc",
  .address_registers = address_registers,
  .max_prefix_bytes = 252, /* ldur reaches back 256.  */
  .other_form = KCFI_CHECK_OUT_OF_LINE,
  .print_check = print_check,
  .print_trap = print_trap,
  .print_entry = print_entry,
  .print_preamble = print_preamble,
};
