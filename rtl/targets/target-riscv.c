/* SPDX-License-Identifier: GPL-3.0-or-later */
/* riscv64 and riscv32: the check and the preamble as Clang's RISCVAsmPrinter
   makes them and as Linux decodes them (doc/abi-targets.md "RISC-V").

     check of a call through a5		preamble
	lw	t1, -4-M*2(a5)		.word	ID
	lui	t2, ID >> 12		nop (M of them)
	addiw	t2, t2, ID & 0xfff	f:
	beq	t1, t2, .Lkcfi_pass1
     .Lkcfi_trap1:
	ebreak
	(entry in .kcfi_traps)
     .Lkcfi_pass1:
	jalr	a5  */

#include "trap-table.h"
#include "word-preamble.h"

#include <string.h>

static const char *const triplets[] = { "riscv64", "riscv32", NULL };

/* In Clang's order; then those that may hold no argument.  */
static const char *const scratch_registers[]
    = { "t1", "t2", "t3", "t4", "t5", "t6", "t0", "a7",
	"a6", "a5", "a4", "a3", "a2", "a1", "a0", NULL };

static const char *const address_registers[] = { NULL };

/* REGISTER = ID, sign-extended as lw does it.  Clang 19 leaves out lui as well
   when an id fits into 12 bits, but then adds to what REGISTER held before.  */
static void
print_load_id (struct kcfi_text *text, const struct kcfi_code_mode *mode,
	       const char *reg, uint32_t id)
{
  unsigned high = (id + 0x800) >> 12 & 0xfffff;
  int low = (int) (id & 0xfff) - (id & 0x800 ? 0x1000 : 0);
  if (!high)
    {
      kcfi_text_printf (text, "\taddi\t%s, zero, %d\n", reg, low);
      return;
    }
  kcfi_text_printf (text, "\tlui\t%s, %u\n", reg, high);
  if (low)
    kcfi_text_printf (text, "\taddi%s\t%s, %s, %d\n",
		      mode->word_bits == 64 ? "w" : "", reg, reg, low);
}

static void
print_check (struct kcfi_text *text, const struct kcfi_check *check)
{
  const char *found = check->scratch[0], *expected = check->scratch[1];
  if (strcmp (found, "t2") == 0)
    {
      found = check->scratch[1];
      expected = check->scratch[0];
    }
  kcfi_text_printf (text, "lw\t%s, -%u(%s)\n", found, check->id_offset,
		    check->target);
  print_load_id (text, check->mode, expected, check->id);
  kcfi_text_printf (text,
		    "\tbeq\t%s, %s, .Lkcfi_pass%u\n"
		    ".Lkcfi_trap%u:\n"
		    "\tebreak\n",
		    found, expected, check->number, check->number);
  kcfi_print_trap_entry (text, check);
  kcfi_text_printf (text, ".Lkcfi_pass%u:", check->number);
}

static void
print_preamble (struct kcfi_text *text, const struct kcfi_preamble *preamble)
{
  kcfi_print_word_preamble (text, preamble, "word");
}

/* lpad 0, a landing pad of any label, by the instruction that it is elsewhere.  */
static void
print_entry (struct kcfi_text *text, const struct kcfi_entry *entry)
{
  kcfi_text_printf (text, "\tauipc\tzero, 0\n\tj\t%s\n", entry->function);
}

const struct kcfi_target kcfi_target_riscv = {
  .name = "riscv",
  .triplets = triplets,
  .scratch_registers = scratch_registers,
  .scratch_wanted = 2,
  .scratch_needed = 2,
  .address_registers = address_registers,
  .max_prefix_bytes = 2044, /* lw reaches back 2048.  */
  .print_check = print_check,
  .print_entry = print_entry,
  .print_preamble = print_preamble,
};
