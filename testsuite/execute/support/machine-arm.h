/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trap sites of arm: an udf whose number ends in the target's register, in
   Thumb-1 a bkpt; the eor instructions before it have the expected id:

	bic	r12, rN, #1
	ldr	r12, [r12, #-4-M nops]
	eor	r12, r12, #...		(three, and an eors)
	(pop	{r12})
	beq	1f
	udf	#(0x83e0 | N)		(0x80 | N in Thumb-2)
     1: blx	rN

   The handler runs in one code and may be called from another: what it looks
   at depends on the caller's state, the T bit.  */

#define MACHINE_SIGNAL SIGILL
#define MACHINE_SIGNAL_2 SIGTRAP
#define MACHINE_HAS_TRAP_TABLE 0

#define MACHINE_T_BIT 0x20

static const unsigned char *
machine_trap_address (const ucontext_t *context)
{
  return (const unsigned char *) context->uc_mcontext.arm_pc;
}

static int
machine_thumb_p (const ucontext_t *context)
{
  return (context->uc_mcontext.arm_cpsr & MACHINE_T_BIT) != 0;
}

static void
machine_skip_trap (ucontext_t *context)
{
  context->uc_mcontext.arm_pc += machine_thumb_p (context) ? 2 : 4;
}

static uint32_t
machine_register (const ucontext_t *context, unsigned number)
{
  /* r0 to r15 are adjacent.  */
  return (&context->uc_mcontext.arm_r0)[number];
}

/* A32 and Thumb-2 immediates of the four eor in front of the branch at WHERE,
   put together.  0 with *BAD set if there are no such instructions.  */
static uint32_t
machine_expected_id (const unsigned char *where, int thumb, int *bad)
{
  uint32_t id = 0;
  int byte;

  for (byte = 3; byte >= 0; byte--)
    {
      const uint16_t *half = (const uint16_t *) (where -= 4);
      uint32_t word = half[0] | (uint32_t) half[1] << 16;
      uint32_t value, rotation;

      if (!thumb)
	{
	  *bad |= (word & 0xffe00000) != 0xe2200000
		  || !(word & 0x100000) != (byte != 3);
	  rotation = word >> 7 & 30;
	  value = word & 0xff;
	}
      else
	{
	  *bad |= (half[0] & 0xfbe0) != 0xf080
		  || !(half[0] & 0x10) != (byte != 3);
	  rotation = ((half[0] >> 10 & 1) << 4) | (half[1] >> 11 & 14)
		     | (half[1] >> 7 & 1);
	  value = half[1] & 0xff;
	  if (rotation < 2)
	    rotation = 0;
	  else
	    value |= 0x80;
	  /* Patterns of one byte repeated, not used for a single one.  */
	  *bad |= rotation && rotation < 8;
	}
      id |= rotation ? value >> rotation | value << (32 - rotation) : value;
    }
  return id;
}

static const char *
machine_judge_wide (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  int thumb = machine_thumb_p (context), bad = 0;
  const uint16_t *half = (const uint16_t *) site;
  uint32_t word = half[0] | (uint32_t) half[1] << 16;
  unsigned target = half[0] & 15;
  uint32_t pointer = machine_register (context, target), id;
  const unsigned char *branch = site - 4;

  if (thumb ? (half[0] & 0xfff0) != 0xde80
	    : (word & 0xfff000f0) != 0xe7f000f0
	      || ((word >> 4 & 0xfff0) | (word & 15)) != (0x83e0 | target))
    return "the trap is not an udf with a number of KCFI";
  word = ((const uint16_t *) branch)[0]
	 | (uint32_t) ((const uint16_t *) branch)[1] << 16;
  if (word != (thumb ? 0x8001f000 : 0x0a000000))
    return "no beq over the udf";
  id = machine_expected_id (branch, thumb, &bad);
  if (bad)
    /* A pop stands between.  */
    {
      bad = 0;
      branch -= thumb ? 2 : 4;
      id = machine_expected_id (branch, thumb, &bad);
    }
  if (bad && strict)
    return "no four eor before the branch";
  if (!bad && *(const uint32_t *) ((pointer & ~1u) - 4 - prefix) == id)
    return "the callee has the expected id";
  return 0;
}

/* bkpt #0: Thumb-1's trap, and in A32 that of Clang before version 22.  */
static int
machine_breakpoint_p (const ucontext_t *context, const unsigned char *site,
		      int strict)
{
  if (machine_thumb_p (context))
    return ((const uint16_t *) site)[0] == 0xbe00;
  return !strict && *(const uint32_t *) site == 0xe1200070;
}

static const char *
machine_judge_trap (const ucontext_t *context, const unsigned char *site,
		    int prefix, int strict)
{
  if (machine_breakpoint_p (context, site, strict))
    return 0;
  return machine_judge_wide (context, site, prefix, strict);
}
