/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of s390x:

	c0 r9 imm32	iilf	%rS, -ID
	e3 .. 5e	aly	%rS, -(4+M nops)(%rN)
	(e3 .. 04	lg	%r0, 16(%r15))
	a7 a4 00 06	brc	10, 1f
	a7 f4 00 01	j	.+2
	a7 f4 ff fe	j	back
     1: basr	%r14, %rN, or a branch to a thunk for it

   The processor stands behind the two bytes that were no instruction.  */

#define MACHINE_SIGNAL SIGILL
#define MACHINE_HAS_TRAP_TABLE 0

static uint32_t
machine_word (const unsigned char *code)
{
  return (uint32_t) code[0] << 24 | code[1] << 16 | code[2] << 8 | code[3];
}

/* An emulator may leave the address at the operand.  */
static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  const unsigned char *address = (const unsigned char *) context->uc_mcontext.psw.addr;

  if (address[-2] == 0xa7 && (address[-1] & 0x0f) == 4)
    return address - 2;
  return address - 4;
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.psw.addr
    = (unsigned long) machine_trap_address (context) + 8;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const unsigned char *load = site - 10;
  unsigned scratch, target;
  unsigned long pointer;
  int displacement;

  /* Clang's is conditional.  */
  if (!strict)
    return site[0] == 0xa7 && (site[1] & 0x0f) == 4 && site[3] == 1
	     ? 0 : "the trap is no jump into itself";
  if (machine_word (site) != 0xa7f40001)
    return "the trap is not j .+2";
  if (machine_word (site + 4) != 0xa7f4fffe)
    return "no j back to the trap behind it";
  if (machine_word (site - 4) != 0xa7a40006)
    return "no brc 10 over the trap";
  if (load[0] == 0xe3 && load[5] == 0x04)
    load -= 6;
  if (load[0] != 0xe3 || load[5] != 0x5e)
    return "no aly before the brc";
  scratch = load[1] >> 4;
  target = load[2] >> 4;
  displacement = (int) ((signed char) load[4] * 4096 | (load[2] & 15) << 8 | load[3]);
  if (displacement != -(4 + prefix))
    return "the aly reads at another displacement than -(4+M)";
  if (load[-6] != 0xc0 || load[-5] != (scratch << 4 | 9))
    return "no iilf before the aly";
  pointer = context->uc_mcontext.gregs[target];
  if (*(const uint32_t *) (pointer - 4 - prefix) == -machine_word (load - 4))
    return "the callee has the expected id";
  /* basr, bcr, or brasl and brcl to a thunk.  */
  if (!(site[8] == 0x0d && (site[9] & 15) == target)
      && !(site[8] == 0x07 && site[9] == (0xf0 | target)) && site[8] != 0xc0)
    return "no call through the checked register behind the trap";
  return 0;
}
