/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arm64, as arch/arm64/kernel/traps.c (cfi_handler) decodes it.  */

#include "../elf/kernel-machine.h"

/* brk #0x8000 to 0x83ff.  */
static bool
is_trap (const struct image *image, const unsigned char *code, bool thumb)
{
  (void)thumb;
  return (read_32 (image, code) & 0xffff801f) == 0xd4300000;
}

/* The kernel looks at the brk's number alone, which has to name the registers
   of the code around it:
     b85fcxxx  ldur w16, [xN, #-4]
     7280xxxx  movk w17, #ID & 0xffff
     72a0xxxx  movk w17, #ID >> 16, lsl #16
     6b1102xx  cmp w16, w17
     54000040  b.eq 1f
     d43xxxxx  brk #0x8000 | 17 << 5 | N
     d63fxxxx  1: blr xN, or br xN  */
static enum decoded
decode (const struct image *image, uint64_t address)
{
  const unsigned char *code = at_address (image, address - 20, 28);
  uint32_t word[7], number, target, expected, found;

  if (code == NULL)
    return NOT_DECODED;
  for (int i = 0; i < 7; i++)
    word[i] = read_32 (image, code + 4 * i);
  number = word[5] >> 5 & 0xffff;
  target = number & 31;
  expected = number >> 5 & 31;
  found = word[0] & 31;
  return (word[0] & 0xfff00c00) == 0xb8500000 && (word[0] >> 5 & 31) == target
		 && (word[1] & 0xffe0001f) == (0x72800000 | expected)
		 && (word[2] & 0xffe0001f) == (0x72a00000 | expected)
		 && word[3] == (0x6b00001f | expected << 16 | found << 5)
		 && word[4] == 0x54000040 && is_trap (image, code + 20, false)
		 && (word[6] & 0xffdfffff) == (0xd61f0000 | target << 5)
	     ? DECODED
	     : NOT_DECODED;
}

const struct machine machine_arm64 = {
  .elf_machine = EM_AARCH64,
  .unit = 4,
  .is_trap = is_trap,
  .decode = decode,
  .nops = { 0xd503201f },
};
