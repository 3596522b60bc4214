/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of mips and mips64:

	lw	$S, -(4+M nops)($N)
	lui	$1, ID >> 16
	ori	$1, $1, ID & 0xffff
	tne	$S, $1
	jalr	$N

   Clang's is a break behind a comparison.  */

#define MACHINE_SIGNAL SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 0

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) (unsigned long) context->uc_mcontext.pc;
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.pc += 4;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const uint32_t *code = (const uint32_t *) site;
  unsigned found = code[0] >> 21 & 31, target = code[-3] >> 21 & 31;
  unsigned long pointer = context->uc_mcontext.gregs[target];
  uint32_t id = code[-2] << 16 | (code[-1] & 0xffff);

  if (!strict)
    return (code[0] & 0xfc00003f) == 0x0d || (code[0] & 0xfc00003f) == 0x36
	     ? 0 : "the trap is neither a break nor a tne";
  if ((code[0] & 0xfc1fffff) != 0x00010036)
    return "the trap is not a tne with $1";
  if ((code[-1] & 0xffff0000) != 0x34210000
      || (code[-2] & 0xffff0000) != 0x3c010000)
    return "no lui and ori of $1 before the tne";
  if (code[-3] != (0x8c000000 | target << 21 | found << 16
		   | (-(4 + prefix) & 0xffff)))
    return "no lw at -(4+4*M) before the lui";
  if (*(const uint32_t *) (pointer - 4 - prefix) == id)
    return "the callee has the expected id";
  /* jalr and jr, with any link register; r6 has jalr $0 for jr.  */
  if ((code[1] & 0xffe007fe) != (target << 21 | 8))
    return "no call through the checked register behind the tne";
  return 0;
}
