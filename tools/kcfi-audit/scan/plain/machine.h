/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machines whose instructions are reduced to struct plain_instruction: what
   differs between them.  */

#ifndef AUDIT_PLAIN_MACHINE_H
#define AUDIT_PLAIN_MACHINE_H

#include "../scan.h"
#include "instruction.h"

/* What a relocation means for the instruction that it is of.  */
enum plain_role
{
  PLAIN_ROLE_NONE,
  PLAIN_ROLE_WHOLE,    /* TO becomes the address: any low part adds nothing.  */
  PLAIN_ROLE_LOW,      /* The low part of such an address.  */
  PLAIN_ROLE_GOT,      /* The entry of the GOT, or what stands there.  */
  PLAIN_ROLE_GOT_BASE, /* The register that the GOT is found by.  */
  PLAIN_ROLE_CALL      /* A direct call, whatever register it takes.  */
};

struct plain_machine
{
  unsigned
      unit; /* Bytes that the length of each instruction is a multiple of.  */
  unsigned relocation_offset; /* Of a relocation in an instruction.  */
  uint64_t call_clobbered;    /* Bit N: a call may change register N ...  */
  uint64_t constant;	      /* ... nothing changes it in the whole image.  */
  unsigned char got_register; /* One of these: finds the GOT, or PLAIN_NONE.  */
  unsigned got_bias;	      /* What it is behind the start of .got.  */
  unsigned char entry_register; /* Has the function's address at its start, or
				   PLAIN_NONE.  */
  unsigned char stack, frame;	/* What addresses the stack.  */
  const char *const *thunk_prefixes; /* NULL: there are no thunks.  */

  /* Decode what stands at BYTES, of which there are SIZE, at least a unit.  */
  struct plain_instruction (*decode) (const struct audit_file *file,
				      const unsigned char *bytes, size_t size);

  /* True if INSTRUCTION at PLACE in RANGE ends a check; fill *CHECK then.  Its
     target, ID, OFFSET, address, trap and end.  */
  bool (*read_check) (const struct audit_file *file,
		      const struct audit_range *range, uint64_t place,
		      const struct plain_instruction *instruction,
		      struct audit_check *check);

  enum plain_role (*role) (uint32_t type);
};

/* Where the direct branch INSTRUCTION at PLACE leads; 0 if an object does not
   know.  */
uint64_t plain_destination (const struct audit_file *file,
			    const struct plain_machine *machine, uint64_t place,
			    const struct plain_instruction *instruction);

/* What a relocation of the instruction at PLACE means for it.  *RELOCATION, unless
   there is none, is it.  */
enum plain_role plain_role_at (const struct audit_file *file,
			       const struct plain_machine *machine,
			       uint64_t place,
			       const struct audit_relocation **relocation);

/* The word of four bytes that stands COUNT words before PLACE in RANGE; 0, which is
   no part of a check, if RANGE does not have it.  */
uint32_t plain_word_before (const struct audit_file *file,
			    const struct audit_range *range, uint64_t place,
			    unsigned count);

/* WIDTH bits of WORD from LOW on, with and without their sign.  */
static inline uint32_t
plain_field (uint32_t word, unsigned low, unsigned width)
{
  return word >> low & (uint32_t) ((UINT64_C (1) << width) - 1);
}

static inline int64_t
plain_signed (uint64_t value, unsigned width)
{
  return (int64_t) (value << (64 - width)) >> (64 - width);
}

#endif
