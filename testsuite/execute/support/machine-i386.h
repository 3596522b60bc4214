/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of x86 with 32 bits:

	81 7r d8 imm32	cmpl	$ID, -(4+M)(%R)		(83 7r d8 imm8)
	74 02		je	1f
	0f 0b		ud2
     1: call *%R  */

#define MACHINE_SIGNAL SIGILL
/* Clang's int3.  */
#define MACHINE_SIGNAL_2 SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 0

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.gregs[REG_EIP];
}

static void
machine_skip_trap (ucontext_t *context)
{
  const unsigned char *site = machine_trap_address (context);

  /* Behind int3 the processor is already.  */
  if (site[0] == 0x0f && site[1] == 0x0b)
    context->uc_mcontext.gregs[REG_EIP] += 2;
}

/* Register NUMBER as instructions encode it.  */
static uint32_t
machine_register (const ucontext_t *context, unsigned number)
{
  static const int places[] = { REG_EAX, REG_ECX, REG_EDX, REG_EBX,
				REG_ESP, REG_EBP, REG_ESI, REG_EDI };

  return context->uc_mcontext.gregs[places[number]];
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  const unsigned char *compare;
  uint32_t pointer, id;
  unsigned target;

  if (!strict)
    return site[-1] == 0xcc || (site[0] == 0x0f && site[1] == 0x0b)
	     ? 0 : "the trap is neither ud2 nor int3";
  if (site[0] != 0x0f || site[1] != 0x0b)
    return "the trap is not an ud2";
  if (site[-2] != 0x74 || site[-1] != 0x02)
    return "no two-byte je over the ud2";
  compare = site[-9] == 0x81 ? site - 9 : site - 6;
  if ((compare[0] != 0x81 && compare[0] != 0x83) || (compare[1] & 0xf8) != 0x78)
    return "no cmpl $ID, -N(%R) before the je";
  if ((signed char) compare[2] != -(4 + prefix))
    return "the cmpl reads at another displacement than -(4+M)";
  target = compare[1] & 7;
  pointer = machine_register (context, target);
  id = (uint32_t) (signed char) compare[3];
  if (compare[0] == 0x81)
    id = compare[3] | compare[4] << 8 | compare[5] << 16
	 | (uint32_t) compare[6] << 24;
  if (*(const uint32_t *) (pointer - 4 - prefix) == id)
    return "the callee has the expected id";
  /* call *%R, jmp *%R, or a call of a thunk for it.  */
  if (!(site[2] == 0xff && (site[3] == (0xd0 | target) || site[3] == (0xe0 | target)))
      && site[2] != 0xe8 && site[2] != 0xe9)
    return "no call through the checked register behind the ud2";
  return 0;
}
