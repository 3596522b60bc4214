/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of powerpc64:

	mfctr	S
	lwz	S, -4(S)	(S = 0: addic 0,0,-4; lwzx 0,0,0)
	xoris	S, S, HIGH
	twnei	S, LOW
	bctrl			(ELFv1: ld 2, 8(N) before it)

   Clang's is a trap behind a comparison.  */

#define MACHINE_SIGNAL SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 0

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.gp_regs[PT_NIP];
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.gp_regs[PT_NIP] += 4;
}

/* bctrl and bctr.  */
static int
machine_call_p (uint32_t word)
{
  return (word & ~1u) == 0x4e800420;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const uint32_t *code = (const uint32_t *) site;
  unsigned scratch = code[0] >> 16 & 31;
  unsigned long pointer = context->uc_mcontext.gp_regs[PT_CTR];
  unsigned offset = -(4 + prefix) & 0xffff;
  uint32_t id;
  int at;

  if (!strict)
    return code[0] == 0x7fe00008 || (code[0] & 0xffe00000) == 0x0f000000
	     ? 0 : "the trap is neither a trap nor a twnei";
  if ((code[0] & 0xffe00000) != 0x0f000000)
    return "the trap is not a twnei";
  if ((code[-1] & 0xffff0000) != (0x6c000000 | scratch << 21 | scratch << 16))
    return "no xoris before the twnei";
  id = (code[-1] << 16) ^ (uint32_t) (int16_t) (code[0] & 0xffff);
  at = -2;
  if (scratch == 0)
    {
      if (code[-2] != 0x7c00002e || code[-3] != (0x30000000 | offset))
	return "no addic and lwzx before the xoris";
      at = -3;
    }
  else if (code[-2] != (0x80000000 | scratch << 21 | scratch << 16 | offset))
    return "no lwz of the id before the xoris";
  if (code[at - 1] != (0x7c0902a6 | scratch << 21))
    return "no mfctr before the load";
  if (*(const uint32_t *) (pointer - 4 - prefix) == id)
    return "the callee has the expected id";
  if (!machine_call_p (code[1])
      && !((code[1] & 0xffe00003) == 0xe8400000 && machine_call_p (code[2])))
    return "no bctrl or bctr behind the twnei";
  return 0;
}
