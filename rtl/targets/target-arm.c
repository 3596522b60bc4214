/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arm: A32, Thumb-2 and Thumb-1, both byte orders, as Clang 22's ARMAsmPrinter
   makes the check and the preamble (doc/abi-targets.md "arm").  Bit 0 of a
   pointer to Thumb code is set.

     check of a call through r2		preamble
	bic	r12, r2, #1		.long	ID
	ldr	r12, [r12, #-4]		f:
	eor	r12, r12, #ID & 0xff
	eor	r12, r12, #ID & 0xff00
	eor	r12, r12, #ID & 0xff0000
	eors	r12, r12, #ID & 0xff000000
	beq	.Lkcfi_pass1
	udf	#0x83e2			(0x82 in Thumb-2)
     .Lkcfi_pass1:
	blx	r2

   For Linux, whose handler takes any bkpt of A32 code for a failed check and
   knows no other trap (arch/arm/kernel/hw_breakpoint.c), the udf is a bkpt of
   the same number.

   Where no register is free, one is saved on the stack around the comparison:
   flags outlive the pop, so that the trap finds each register as it was.  */

#include "word-preamble.h"

#include <stdlib.h>
#include <string.h>

static const char *const triplets[] = { "arm", NULL };

/* r12 as Clang, which takes r3 when the call goes through r12, pushed if it
   holds an argument; here the others are tried before that.  */
static const char *const scratch_registers[]
    = { "ip", "r3", "r2", "r1", "r0", NULL };

/* ARMv4 has calls through memory.  */
static const char *const address_registers[]
    = { "r3", "r2", "r1", "r0", "ip", NULL };

/* The name of each function, in front of its label.  */
static const struct kcfi_refusal refusals[]
    = { { "mpoke-function-name", NULL, NULL }, { NULL, NULL, NULL } };

/* GCC's names are r0 to r10 and these.  */
static unsigned
register_number (const char *name)
{
  static const char *const names[] = { "fp", "ip", "sp", "lr" };
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    if (strcmp (name, names[i]) == 0)
      return 11 + i;
  return strtoul (name + 1, NULL, 10);
}

static bool
thumb_p (const struct kcfi_code_mode *mode)
{
  return mode->code_alignment == 2;
}

/* The trap of a call through register number TARGET.  Instructions that only
   ARMv5 has names for are given by their code.  To go on after a failure, Linux
   skips 4 bytes, so that Thumb needs a nop.  */
static void
print_wide_trap (struct kcfi_text *text, const struct kcfi_code_mode *mode,
		 unsigned target)
{
  if (!mode->kernel_traps)
    kcfi_text_printf (text, "\tudf\t#%u\n",
		      (thumb_p (mode) ? 0x80 : 0x83e0) | target);
  else if (thumb_p (mode))
    kcfi_text_printf (text, "\t.inst.n\t%#x\n\tnop\n", 0xbe80 | target);
  else
    kcfi_text_printf (text, "\t.inst\t%#x\n", 0xe1283e70 | target);
}

/* A32 and Thumb-2.  */
static void
print_wide_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  bool thumb = thumb_p (check->mode);
  unsigned target = register_number (check->target);
  bool saved = check->scratch[0] == NULL;
  unsigned scratch = !saved	   ? register_number (check->scratch[0])
		     : target == 3 ? 2
				   : 3;
  if (saved)
    kcfi_text_printf (text, "push\t{r%u}\n\t", scratch);
  kcfi_text_printf (text,
		    "bic\tr%u, r%u, #1\n"
		    "\tldr\tr%u, [r%u, #-%u]\n",
		    scratch, target, scratch, scratch, check->id_offset);
  for (unsigned shift = 0; shift < 32; shift += 8)
    kcfi_text_printf (text, "\teor%s\tr%u, r%u, #%u\n", shift == 24 ? "s" : "",
		      scratch, scratch, check->id & (uint32_t) 0xff << shift);
  if (saved)
    kcfi_text_printf (text, "\tpop\t{r%u}\n", scratch);
  kcfi_text_printf (text, "\tbeq%s\t.Lkcfi_pass%u\n", thumb ? ".w" : "",
		    check->number);
  print_wide_trap (text, check->mode, target);
  kcfi_text_printf (text, ".Lkcfi_pass%u:", check->number);
}

/* Two low registers other than TARGET into LOW, free ones first.  Returns how
   many of them must be saved.  */
static unsigned
choose_low_registers (const struct kcfi_check *check, unsigned target,
		      unsigned *low)
{
  unsigned found = 0;
  for (unsigned i = 0; i < KCFI_MAX_SCRATCH && check->scratch[i]; i++)
    {
      unsigned number = register_number (check->scratch[i]);
      if (number < 8 && found < 2)
	low[found++] = number;
    }
  unsigned to_save = 2 - found;
  for (unsigned number = 3; found < 2; number--)
    if (number != target && (found == 0 || number != low[0]))
      low[found++] = number;
  return to_save;
}

/* The list of the last COUNT of the two registers LOW, in rising order.  */
static void
print_saved (struct kcfi_text *text, const unsigned *low, unsigned count)
{
  unsigned first = low[0] < low[1] ? low[0] : low[1];
  if (count == 2)
    kcfi_text_printf (text, "{r%u, r%u}", first, low[0] + low[1] - first);
  else
    kcfi_text_printf (text, "{r%u}", low[1]);
}

/* Thumb-1, which has neither long constants nor negative offsets, and works on
   r0 to r7 only:
	movs	r3, #1
	movs	r2, TARGET		(mov if that is r8 or above)
	bics	r2, r3
	subs	r2, #4
	ldr	r2, [r2]
	movs	r3, #ID >> 24
	lsls	r3, r3, #8
	adds	r3, #ID >> 16 & 0xff
	...
	cmp	r2, r3
	beq	.Lkcfi_pass1
	bkpt	#0
   Clang's trap; its code is given because only ARMv5 knows the name.  */
static void
print_narrow_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  unsigned target = register_number (check->target);
  unsigned low[2];
  unsigned saved = choose_low_registers (check, target, low);
  unsigned expected = low[0], found = low[1];
  if (saved)
    {
      kcfi_text_add (text, "push\t");
      print_saved (text, low, saved);
      kcfi_text_add (text, "\n\t");
    }
  kcfi_text_printf (text,
		    "movs\tr%u, #1\n"
		    "\tmov%s\tr%u, r%u\n"
		    "\tbics\tr%u, r%u\n"
		    "\tsubs\tr%u, #%u\n"
		    "\tldr\tr%u, [r%u]\n"
		    "\tmovs\tr%u, #%u\n",
		    expected, target < 8 ? "s" : "", found, target, found,
		    expected, found, check->id_offset, found, found, expected,
		    (unsigned) (check->id >> 24));
  for (int shift = 16; shift >= 0; shift -= 8)
    kcfi_text_printf (text,
		      "\tlsls\tr%u, r%u, #8\n"
		      "\tadds\tr%u, #%u\n",
		      expected, expected, expected,
		      (unsigned) (check->id >> shift & 0xff));
  kcfi_text_printf (text, "\tcmp\tr%u, r%u\n", found, expected);
  if (saved)
    {
      kcfi_text_add (text, "\tpop\t");
      print_saved (text, low, saved);
      kcfi_text_add (text, "\n");
    }
  kcfi_text_printf (text,
		    "\tbeq\t.Lkcfi_pass%u\n"
		    "\t.inst.n\t0xbe00\n"
		    ".Lkcfi_pass%u:",
		    check->number, check->number);
}

static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  /* GCC, but not an asm, writes A32 and Thumb-1 in this syntax.  */
  kcfi_text_add (text, ".syntax unified\n\t");
  if (thumb_p (check->mode) && !check->mode->conditional_execution)
    print_narrow_check (text, check);
  else
    print_wide_check (text, check);
}

/* GCC switches between A32 and Thumb only behind the prefix nops, which are in the
   function's instruction set.  Already in front of the id because the assembler
   aligns where A32 code begins after Thumb code (gas, opcode_select in tc-arm.c):
   behind it, it could not tell any more that the label is next (entry-guard.cc).
 */
static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_text_add (text, thumb_p (preamble->mode) ? "\t.thumb\n" : "\t.arm\n");
  kcfi_print_word_preamble (text, preamble, "word");
}

static void
print_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  kcfi_text_printf (text, "\tb\t%s\n", entry->function);
}

const struct kcfi_target kcfi_target_arm = {
  .name = "arm",
  .triplets = triplets,
  .word_bits = 32,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 3,
  .scratch_needed = 0,
  .flags_register = "cc",
  .address_registers = address_registers,
  .other_state_attribute = "cmse_nonsecure_call",
  .refusals = refusals,
  .max_prefix_bytes = 248, /* Thumb-2's ldr reaches back 255.  */
  .print_check = print_check,
  .print_entry = print_entry,
  .print_preamble = print_preamble,
};
