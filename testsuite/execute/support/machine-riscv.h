/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of RISC-V: an ebreak between a beq and the call, from which the
   kernel's arch/riscv/kernel/cfi.c decodes registers:

	lw	t1, -4-M*(2 or 4)(rN)
	lui	t2, ID >> 12
	addiw	t2, t2, ID & 0xfff
	beq	t1, t2, 1f
	ebreak or c.ebreak
     1: jalr	rN  */

#define MACHINE_SIGNAL SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 1

/* Instructions are aligned to two bytes only.  */
static uint32_t
machine_word (const unsigned char *site)
{
  uint16_t low = *(const uint16_t *) site;
  uint16_t high = *(const uint16_t *) (site + 2);

  return low | (uint32_t) high << 16;
}

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.__gregs[REG_PC];
}

static int
machine_trap_size (const unsigned char *site)
{
  return (site[0] & 3) == 3 ? 4 : 2;
}

static void
machine_skip_trap (ucontext_t *context)
{
  const unsigned char *site = machine_trap_address (context);

  context->uc_mcontext.__gregs[REG_PC] += machine_trap_size (site);
}

/* The register of the call at SITE, or 0 if there is none.  */
static unsigned
machine_call_target (const unsigned char *site)
{
  uint32_t word = machine_word (site);

  if ((word & 0x707f) == 0x67)	/* jalr */
    return word >> 15 & 31;
  if ((word & 0xe07f) == 0x8002) /* c.jr and c.jalr */
    return word >> 7 & 31;
  return 0;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const unsigned long *registers = context->uc_mcontext.__gregs;
  uint32_t trap = machine_word (site), branch = machine_word (site - 4), load;
  unsigned found = branch >> 15 & 31, expected = branch >> 20 & 31;
  unsigned size = machine_trap_size (site);
  unsigned target = machine_call_target (site + size);
  uint32_t id;

  if (trap != 0x00100073 && (trap & 0xffff) != 0x9002)
    return "the trap is not an ebreak";
  if ((branch & 0x707f) != 0x63)
    return "no beq in front of the ebreak";
  if (!target)
    return "no call behind the ebreak";
  id = *(const uint32_t *) (registers[target] - 4 - prefix);
  if (id == (uint32_t) registers[expected])
    return "the callee has the expected id";
  if (id != (uint32_t) registers[found])
    return "the beq compares something else than the callee's id";
  if (!strict)
    return 0;
  if ((branch & 0xfe000f80) != (4 + size == 8 ? 0x400 : 0x300))
    return "the beq does not lead to the call";
  load = (0x2003 | (uint32_t) -(4 + prefix) << 20 | target << 15 | found << 7);
  /* lui and addiw are short, or not there, for some ids.  */
  for (size = 8; size <= 16; size += 2)
    if (machine_word (site - size) == load)
      return 0;
  return "no lw at -(4+M nops) before the beq";
}
