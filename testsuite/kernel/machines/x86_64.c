/* SPDX-License-Identifier: GPL-3.0-or-later */
/* x86-64, as arch/x86/kernel/cfi.c decodes it.  */

#include "../elf/kernel-machine.h"

/* Whether the kernel can decode the check whose trap is at ADDRESS:
     41 ba imm32     movl $-ID, %r10d	   at -12
     4x 03 .. disp8  addl -4(%REG), %r10d  at -6
     74 02           je 1f		   at -2
     0f 0b           ud2
     1: call or jmp
   With REG r12 the addl is longer, and r10 cannot be its own scratch.  */
static enum decoded
decode (const struct image *image, uint64_t address)
{
  const unsigned char *code = at_address (image, address - 12, 14);

  return code != NULL && code[0] == 0x41 && code[1] == 0xba
		 && (code[6] & 0xf0) == 0x40 && code[7] == 0x03
		 && code[10] == 0x74 && code[11] == 0x02 && code[12] == 0x0f
		 && code[13] == 0x0b
	     ? DECODED
	     : NOT_DECODED;
}

/* The id of the preamble that SYMBOL names:
     [11 x nop]  b8 ID  movl $ID, %eax  [nops]  function:
   The movl comes first under a patchable prefix, after the nops otherwise.  */
static bool
preamble_id (const struct image *image, const struct symbol *symbol,
	     uint32_t *id)
{
  uint64_t size = symbol->elf.st_size, at = 0;
  const unsigned char *code = at_symbol (image, symbol, size);

  if (code == NULL)
    return false;
  while (at < size && code[at] == 0x90)
    at++;
  /* b8 to bf: with arity the register counts the arguments.  */
  if (at + 5 > size || (code[at] & 0xf8) != 0xb8)
    return false;
  *id = read_32 (image, code + at + 1);
  return true;
}

const struct machine machine_x86_64 = {
  .elf_machine = EM_X86_64,
  .has_trap_table = true,
  .decode = decode,
  .preamble_id = preamble_id,
};
