/* SPDX-License-Identifier: GPL-3.0-or-later */
/* powerpc64, both byte orders and both ABIs: the preamble of Clang's generic
   lowering, and a check that ends in a conditional trap (doc/abi-generic.md
   "powerpc64").

     check				preamble
	mfctr	11			.long	ID
	lwz	11, -4(11)		f:
	xoris	11, 11, HIGH
	twnei	11, LOW
	bctrl

   GCC's indirect calls go through ctr, and nothing but ctr is looked at: r12,
   which has the same address under ELFv2, holds something else under ELFv1,
   where ctr was loaded from the function's descriptor.  The id stands in front
   of the code, not of the descriptor.

   A handler of the trap that returns comes back to the twnei.

   There are no further entries: a function has one for calls through pointers, which
   finds its data by r12, and one for direct calls, which has it in r2 (ELFv2); or a
   descriptor (ELFv1).  */

#include "word-preamble.h"

#include <string.h>

static const char *const triplets[] = { "powerpc64", NULL };

/* r11 is the static chain, r12 the address under ELFv2, r3 to r10 hold
   arguments.  r0 comes last since an address cannot be relative to it.  */
static const char *const scratch_registers[]
    = { "11", "12", "10", "9", "8", "7", "6", "5", "4", "3", "0", NULL };

static const char *const address_registers[] = { NULL };

/* The large model puts the distance to the TOC in front of the label.  */
static const struct kcfi_refusal refusals[]
    = { { "mcmodel=", "large", NULL }, { NULL, NULL, NULL } };

/* SCRATCH = the id in front of the function.  lwzx with r0 as the second
   operand adds the register, as the first it would add nothing; addic, other
   than addi, takes r0 for a register.  */
static void
print_load (struct kcfi_text *text, const struct kcfi_check *check,
	    const char *scratch)
{
  kcfi_text_printf (text, "m%s\t%s\n",
		    strcmp (check->target, "lr") == 0 ? "flr" : "fctr",
		    scratch);
  if (strcmp (scratch, "0") == 0)
    kcfi_text_printf (text, "\taddic\t0,0,-%u\n\tlwzx\t0,0,0\n",
		      check->id_offset);
  else
    kcfi_text_printf (text, "\tlwz\t%s,-%u(%s)\n", scratch, check->id_offset,
		      scratch);
}

/* twnei compares 32 bits with a sign-extended LOW, so that HIGH is inverted
   when LOW is negative.  */
static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  const char *scratch = check->scratch[0];
  int low = (int) (check->id & 0xffff);
  unsigned high = check->id >> 16;
  if (low >= 0x8000)
    {
      low -= 0x10000;
      high ^= 0xffff;
    }
  print_load (text, check, scratch);
  kcfi_text_printf (text,
		    "\txoris\t%s,%s,%u\n"
		    "\ttwnei\t%s,%d",
		    scratch, scratch, high, scratch, low);
}

static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_print_word_preamble (text, preamble, "long");
}

const struct kcfi_target kcfi_target_powerpc = {
  .name = "powerpc64",
  .triplets = triplets,
  .word_bits = 64,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 1,
  .scratch_needed = 1,
  .address_registers = address_registers,
  .refusals = refusals,
  /* From GCC 13 on the nops of a function with two entries stand between
     them: callers cannot know where the id is.  */
  .max_prefix_bytes = 0,
  .print_check = print_check,
  .print_preamble = print_preamble,
};
