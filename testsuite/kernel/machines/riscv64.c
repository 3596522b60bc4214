/* SPDX-License-Identifier: GPL-3.0-or-later */
/* riscv64, as arch/riscv/kernel/cfi.c decodes it.  */

#include "../elf/kernel-machine.h"

/* The register of a jump at CODE: 32 bits jalr, 16 bits c.jalr or c.jr; 0 if
   there is no jump.  *COMPRESSED_TAIL is set for c.jr.  */
static unsigned
jump_register (const struct image *image, const unsigned char *code,
	       bool *compressed_tail)
{
  uint16_t half = read_16 (image, code);

  *compressed_tail = (half & 0xf07f) == 0x8002;
  if (*compressed_tail || (half & 0xf07f) == 0x9002)
    return half >> 7 & 31;
  return (half & 0x707f) == 0x67 ? read_32 (image, code) >> 15 & 31 : 0;
}

/*   -xxx  lw t1, -4(REG); lui t2, ID >> 12; addiw t2, t2, ID & 0xfff
      -4   beq t1, t2, 1f		(never compressed)
       0   ebreak			(2 or 4 bytes)
       1:  jalr REG or jr REG
   The kernel knows no c.jr, what a tail call is where there are compressed
   instructions: its report then has no target.  That of Clang's is the same. */
static enum decoded
decode (const struct image *image, uint64_t address)
{
  const unsigned char *code = at_address (image, address - 4, 12);
  bool compressed_tail;
  unsigned length;

  if (code == NULL || (read_32 (image, code) & 0x707f) != 0x63)
    return NOT_DECODED;
  length = read_16 (image, code + 4) == 0x9002 ? 2 : 4;
  if (length == 4 && read_32 (image, code + 4) != 0x00100073)
    return NOT_DECODED;
  if (jump_register (image, code + 4 + length, &compressed_tail) == 0)
    return NOT_DECODED;
  return compressed_tail ? WITHOUT_TARGET : DECODED;
}

const struct machine machine_riscv64 = {
  .elf_machine = EM_RISCV,
  .has_trap_table = true,
  .decode = decode,
  .nops = { 0x00000013, 0x00010001 },
};
