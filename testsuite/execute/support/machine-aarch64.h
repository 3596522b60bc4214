/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of aarch64: a brk whose number names the registers with the target
   and the expected id, as the kernel's arch/arm64/kernel/traps.c decodes them:

	ldur	w16, [xN, #-4-4*M]
	movk	w17, #ID & 0xffff
	movk	w17, #ID >> 16, lsl #16
	cmp	w16, w17
	b.eq	1f
	brk	#(0x8000 | 17 << 5 | N)
     1: blr	xN

   or, with check=out-of-line, b.ne to a brk behind the function, and behind that a
   branch to the blr.  */

#define MACHINE_SIGNAL SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 0

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.pc;
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.pc += 4;
}

/* What follows the check's branch to the trap at CODE: the call.  */
static const uint32_t *
machine_call_of_trap (const uint32_t *code)
{
  int32_t words;

  if (code[-1] == 0x54000040 || code[1] >> 26 != 5)
    return code + 1;
  words = (int32_t) (code[1] << 6) >> 6;
  return code + 1 + words;
}

/* The call's own word: blr xN, br xN, or a branch to a thunk for xN.  */
static int
machine_call_p (uint32_t word, unsigned target)
{
  return (word & ~0x00200000u) == (0xd61f0000 | target << 5)
	 || word >> 26 == 0x25;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const uint32_t *code = (const uint32_t *) site;
  const unsigned long long *registers = context->uc_mcontext.regs;
  unsigned number = code[0] >> 5 & 0xffff;
  unsigned target = number & 31, expected = number >> 5 & 31, found;
  uint32_t id;
  const uint32_t *call = machine_call_of_trap (code);
  /* The check, as if its trap stood in front of the call.  */
  const uint32_t *check = call == code + 1 ? code : call;

  if ((code[0] & 0xffe0001f) != 0xd4200000)
    return "the trap is not a brk";
  if ((number & ~0x3ff) != 0x8000)
    return "the brk's number is not one of KCFI";
  if (check == code && code[-1] != 0x54000040)
    return "no b.eq over the brk";
  if (check != code
      && check[-1] != (0x54000001 | (uint32_t) (code - (check - 1)) << 5))
    return "no b.ne to the brk";
  if (!machine_call_p (*call, target))
    return "no call through the brk's target behind it";
  id = *(const uint32_t *) (registers[target] - 4 - prefix);
  if (id == (uint32_t) registers[expected])
    return "the callee has the expected id";
  if (!strict)
    return 0;
  found = check[-2] >> 5 & 31;
  if (check[-2] != (0x6b00001f | expected << 16 | found << 5))
    return "no cmp of the registers with the ids";
  if (check[-5] != (0xb8400000 | (-(4 + prefix) & 0x1ff) << 12 | target << 5 | found))
    return "no ldur at -(4+4*M) five instructions before the brk";
  if (check[-4] != (0x72800000 | ((uint32_t) registers[expected] & 0xffff) << 5 | expected)
      || check[-3] != (0x72a00000 | (uint32_t) registers[expected] >> 16 << 5 | expected))
    return "no movk pair of the expected id";
  return 0;
}
