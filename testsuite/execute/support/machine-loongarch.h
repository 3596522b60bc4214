/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of loongarch64:

	ld.w	$S, $N, -(4+M nops)
	lu12i.w	$T, ID >> 12
	ori	$T, $T, ID & 0xfff
	beq	$S, $T, 1f
	break	0
     1: jirl	$r1, $N, 0  */

#define MACHINE_SIGNAL SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 0

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.__pc;
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.__pc += 4;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const uint32_t *code = (const uint32_t *) site;
  unsigned found = code[-1] >> 5 & 31, expected = code[-1] & 31;
  unsigned target = code[-4] >> 5 & 31;
  unsigned long pointer = context->uc_mcontext.__gregs[target];
  uint32_t id = code[-3] >> 5 << 12 | (code[-2] >> 10 & 0xfff);

  if (code[0] != 0x002a0000)
    return "the trap is not break 0";
  if (!strict)
    return 0;
  if (code[-1] != (0x58000000 | 2 << 10 | found << 5 | expected))
    return "no beq over the break";
  if ((code[-2] & 0xffc003ff) != (0x03800000 | expected << 5 | expected)
      || (code[-3] & 0xfe00001f) != (0x14000000 | expected))
    return "no lu12i.w and ori before the beq";
  if (code[-4] != (0x28800000 | (-(4 + prefix) & 0xfffu) << 10 | target << 5 | found))
    return "no ld.w at -(4+4*M) before the lu12i.w";
  if (*(const uint32_t *) (pointer - 4 - prefix) == id)
    return "the callee has the expected id";
  if ((code[1] & 0xfffffffe) != (0x4c000000 | target << 5))
    return "no jirl through the checked register behind the break";
  return 0;
}
