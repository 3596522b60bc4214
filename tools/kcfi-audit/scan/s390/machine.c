/* SPDX-License-Identifier: GPL-3.0-or-later */
/* s390x: finding checks and calls (doc/abi-generic.md "s390x").

     check				preamble
	iilf	%rS, -ID		.long	ID
	aly	%rS, -4-2*M(%rN)	nopr (M of them)
	brc	10, 1f			f:
     2:	j	.+2
	j	2b
     1:	basr	%r14, %rN	or br

   Without a free register  stg %r0, 16(%r15)  stands in front of the iilf and
   lg %r0, 16(%r15)  in front of the brc.  The call may be one of an expoline,
   `brasl %r14, __s390_indirect_jump_rN', or `exrl' of a `br %rN'.  */

#include <elf.h>
#include <string.h>

#include "decode.h"

static const char *const register_names[]
    = { "r0", "r1",  "r2",  "r3",  "r4",  "r5",	 "r6",	"r7", "r8",
	"r9", "r10", "r11", "r12", "r13", "r14", "r15", NULL };

static const char *const thunk_prefixes[] = { "__s390_indirect_jump_", NULL };

enum
{
  LONG = 6, /* Bytes of iilf, aly, stg and lg ...  */
  SHORT = 4 /* ... and of brc and j.  */
};

/* stg and lg of %r0, 16(%r15).  */
static const unsigned char save[LONG] = { 0xe3, 0x00, 0xf0, 0x10, 0x00, 0x24 };
static const unsigned char restore[LONG]
    = { 0xe3, 0x00, 0xf0, 0x10, 0x00, 0x04 };
/* brc 10, .+12; j .+2; j .-4  */
static const unsigned char trap_tail[3 * SHORT] = { 0xa7, 0xa4, 0x00, 0x06,
						    0xa7, 0xf4, 0x00, 0x01,
						    0xa7, 0xf4, 0xff, 0xfe };

static bool
read_check (const struct audit_file *file, const struct audit_range *range,
	    uint64_t place, const struct plain_instruction *instruction,
	    struct audit_check *check)
{
  uint64_t left = place + SHORT - range->start;
  const unsigned char *at = range->bytes + left;
  (void) file;
  if (instruction->length != SHORT || left < 2 * LONG + sizeof trap_tail
      || memcmp (at - sizeof trap_tail, trap_tail, sizeof trap_tail) != 0)
    return false;
  *check = (struct audit_check){ .trap = place - SHORT, .end = place + SHORT };
  at -= sizeof trap_tail;
  left -= sizeof trap_tail;
  bool saved = left >= 4 * LONG && !memcmp (at - LONG, restore, LONG)
	       && !memcmp (at - 4 * LONG, save, LONG);
  if (saved)
    at -= LONG;
  const unsigned char *add = at - LONG, *load = add - LONG;
  unsigned scratch = add[1] >> 4;
  int64_t offset = (int64_t) ((add[2] & 15) << 8 | add[3])
		   + (int64_t) (signed char) add[4] * 4096;
  if (add[0] != 0xe3 || add[5] != 0x5e || (add[1] & 15) || offset > -4
      || load[0] != 0xc0 || load[1] != (scratch << 4 | 9))
    return false;
  check->target = add[2] >> 4;
  check->id = -((uint32_t) load[2] << 24 | (uint32_t) load[3] << 16
		| (uint32_t) load[4] << 8 | load[5]);
  check->offset = (uint32_t) -offset;
  check->address
      = range->start + (uint64_t) (load - range->bytes) - (saved ? LONG : 0);
  /* The check changes the register that is called.  */
  return check->target && check->target != scratch;
}

static enum plain_role
relocation_role (uint32_t type)
{
  switch (type)
    {
    case R_390_PC32DBL:
    case R_390_PLT32DBL:
      return PLAIN_ROLE_WHOLE;
    case R_390_GOTENT:
      return PLAIN_ROLE_GOT;
    default:
      return PLAIN_ROLE_NONE;
    }
}

static const struct plain_machine machine = {
  .unit = 2,
  .relocation_offset = 2,
  .call_clobbered = 0x403f, /* r0 to r5 and r14.  */
  .got_register = PLAIN_NONE,
  .entry_register = PLAIN_NONE,
  .stack = 15,
  .frame = 11,
  .thunk_prefixes = thunk_prefixes,
  .decode = s390_decode,
  .read_check = read_check,
  .role = relocation_role,
};

static void *
start_scanner (struct audit_file *file)
{
  return plain_start (file, &machine);
}

/* nopr, of any register, and the long ones: brc 0, brcl 0 and bc 0.  */

static unsigned
nop_length (const struct audit_file *file,
	    const struct audit_function *function, const unsigned char *bytes,
	    size_t size)
{
  (void) file;
  (void) function;
  if (size >= 2 && bytes[0] == 0x07 && !(bytes[1] & 0xf0))
    return 2;
  if (size >= 4
      && ((bytes[0] == 0x47 && !(bytes[1] & 0xf0))
	  || (bytes[0] == 0xa7 && bytes[1] == 0x04)))
    return 4;
  return size >= 6 && bytes[0] == 0xc0 && bytes[1] == 0x04 ? 6 : 0;
}

static enum audit_relocation_kind
relocation_kind (uint32_t type)
{
  switch (type)
    {
    case R_390_32:
    case R_390_64:
      return AUDIT_REL_ABSOLUTE;
    case R_390_PC32:
    case R_390_PC64:
      return AUDIT_REL_RELATIVE;
    /* Of larl too: the scan tells what that forms.  */
    case R_390_PC16DBL:
    case R_390_PLT16DBL:
    case R_390_PC32DBL:
    case R_390_PLT32DBL:
      return AUDIT_REL_BRANCH;
    case R_390_RELATIVE:
    case R_390_GLOB_DAT:
      return AUDIT_REL_DYNAMIC;
    default:
      return AUDIT_REL_OTHER;
    }
}

const struct audit_machine audit_machine_s390x = {
  .name = "s390x",
  .elf_machine = EM_S390,
  .is_64 = true,
  .big_endian = true,
  .register_names = register_names,
  .start = start_scanner,
  .scan = plain_scan,
  .stop = plain_stop,
  .nop_length = nop_length,
  .relocation_kind = relocation_kind,
};
