/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arm, A32 and Thumb-2.  Linux takes a bkpt for a failed check, whatever its
   number (arch/arm/kernel/hw_breakpoint.c), and decodes nothing.  The number
   names the target's register all the same.  */

#include "../elf/kernel-machine.h"

/* bkpt #0x83e0 to 0x83ee, #0x80 to 0x8e.  */
static bool
is_trap (const struct image *image, const unsigned char *code, bool thumb)
{
  if (thumb)
    return (read_16 (image, code) & 0xfff0) == 0xbe80;
  return (read_32 (image, code) & 0xfffffff0) == 0xe1283e70;
}

/*   0a000000  beq 1f			f000 8002  beq.w 1f
     e1283e7N  bkpt #0x83e0 | N		be8N	   bkpt #0x80 | N
					bf00	   nop
     e12fff3N  1: blx rN		47xx	   1: blx rN
     e12fff1N  or bx rN			47xx	   or bx rN  */
static enum decoded
decode (const struct image *image, uint64_t address)
{
  const unsigned char *code = at_address (image, address - 4, 12);
  bool thumb = mapping_kind (image, address) == 't', good;
  uint32_t target;

  if (code == NULL || !is_trap (image, code + 4, thumb))
    return NOT_DECODED;
  target = read_16 (image, code + 4) & 15; /* Little endian.  */
  if (thumb)
    good = read_16 (image, code) == 0xf000
	   && read_16 (image, code + 2) == 0x8002
	   && read_16 (image, code + 6) == 0xbf00
	   && (read_16 (image, code + 8) & 0xff7f) == (0x4700 | target << 3);
  else
    good = read_32 (image, code) == 0x0a000000
	   && (read_32 (image, code + 8) & 0xffffffdf)
		  == (0xe12fff10 | target);
  return good ? DECODED : NOT_DECODED;
}

const struct machine machine_arm = {
  .elf_machine = EM_ARM,
  .unit = 2,
  .is_trap = is_trap,
  .decode = decode,
  .nops = { 0xe320f000, 0xe1a00000, 0xbf00bf00 },
};
