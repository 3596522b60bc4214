/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of x86_64: `ud2' between the check and the call, as section 1 of
   doc/abi.md gives it:

	41 ba imm32	movl	$-HASH, %r10d
	4x 03 modrm d8	addl	-(4+M)(%R), %r10d
	74 02		je	1f
	0f 0b		ud2
     1: call *%R

   or, with check=not-taken,

	75 01		jne	1f
	a8		test	$0xd6, %al
     1:	d6		which is no instruction of 64-bit code
	call *%R  */

#define MACHINE_SIGNAL SIGILL
#define MACHINE_TRAP_INSIDE 0xd6
#define MACHINE_HAS_TRAP_TABLE 1

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.gregs[REG_RIP];
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.gregs[REG_RIP]
      += *machine_trap_address (context) == MACHINE_TRAP_INSIDE ? 1 : 2;
}

/* Says what is wrong with the code at SITE, or null.  This is the decoder of
   the kernel's arch/x86/kernel/cfi.c, with the branch in addition; a target in
   r12 (five-byte addl) or r10 is decoded by neither, and nothing but the
   plugin under test is held to that (STRICT).  */
static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  int displacement;

  (void) context;
  if (site[0] == MACHINE_TRAP_INSIDE)
    {
      if (site[-3] != 0x75 || site[-2] != 0x01 || site[-1] != 0xa8)
	return "no two-byte jne into a test of al";
      /* As far from what is in front of the jump as an ud2 is.  */
      site--;
    }
  else if (site[0] != 0x0f || site[1] != 0x0b)
    return "the trap is not an ud2";
  else if (site[-2] != 0x74 || site[-1] != 0x02)
    return "no two-byte je over the ud2";
  if (!strict)
    return 0;
  if (site[-12] != 0x41 || (site[-11] != 0xba && site[-11] != 0xbb))
    return "no movl $imm, %r10d twelve bytes before the ud2";
  if ((site[-6] & 0xfa) != 0x40 || site[-5] != 0x03)
    return "no addl six bytes before the ud2";
  if ((site[-4] & 0xc0) != 0x40)
    return "the addl has no eight-bit displacement";
  displacement = (signed char) site[-3];
  if (displacement != -(4 + prefix))
    return "the addl reads at another displacement than -(4+M)";
  return 0;
}
