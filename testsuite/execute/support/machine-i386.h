/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of x86 with 32 bits:

	b8+s imm32	movl	$-ID, %S
	03 .. d8	addl	-(4+M)(%R), %S
	(58+s		popl	%S)
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
  const unsigned char *add;
  uint32_t pointer, id;
  unsigned target;

  if (!strict)
    return site[-1] == 0xcc || (site[0] == 0x0f && site[1] == 0x0b)
	     ? 0 : "the trap is neither ud2 nor int3";
  if (site[0] != 0x0f || site[1] != 0x0b)
    return "the trap is not an ud2";
  if (site[-2] != 0x74 || site[-1] != 0x02)
    return "no two-byte je over the ud2";
  add = site - 5;
  if ((site[-3] & 0xf8) == 0x58 && site[-6] == 0x03)
    add--;
  if (add[0] != 0x03 || (add[1] & 0xc0) != 0x40)
    return "no addl -N(%R), %S before the je";
  if ((signed char) add[2] != -(4 + prefix))
    return "the addl reads at another displacement than -(4+M)";
  if (add[-5] != (0xb8 | (add[1] >> 3 & 7)))
    return "no movl of the id before the addl";
  target = add[1] & 7;
  pointer = machine_register (context, target);
  id = -(add[-4] | add[-3] << 8 | add[-2] << 16 | (uint32_t) add[-1] << 24);
  if (*(const uint32_t *) (pointer - 4 - prefix) == id)
    return "the callee has the expected id";
  /* call *%R, jmp *%R, or a call of a thunk for it.  */
  if (!(site[2] == 0xff && (site[3] == (0xd0 | target) || site[3] == (0xe0 | target)))
      && site[2] != 0xe8 && site[2] != 0xe9)
    return "no call through the checked register behind the ud2";
  return 0;
}
