/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between the machines' kernels: machines/NAME.c defines one.  */

#ifndef KERNEL_MACHINE_H
#define KERNEL_MACHINE_H

#include "kernel-image.h"

/* What the kernel's handler makes of a trap.  */
enum decoded
{
  DECODED,	  /* Target and type, or all that this machine's handler says.  */
  WITHOUT_TARGET, /* The handler reports it, but knows no such call.  */
  NOT_DECODED	  /* No check as the ABI has it.  */
};

struct machine
{
  unsigned elf_machine;

  /* Whether the traps are listed in __kcfi_traps; else the executable sections
     are searched, every UNIT bytes, for what is_trap () knows in 4 bytes.  */
  bool has_trap_table;
  unsigned unit;
  bool (*is_trap) (const struct image *image, const unsigned char *code,
		   bool thumb);

  /* The check whose trap is at ADDRESS.  */
  enum decoded (*decode) (const struct image *image, uint64_t address);

  /* Whether preambles have symbols, __cfi_NAME, and the id of one; else the id
     is a word, find_word_id ().  */
  bool (*preamble_id) (const struct image *image, const struct symbol *symbol,
		       uint32_t *id);

  /* The no-operations that may stand between that word and the function;
     0 at the end.  */
  uint32_t nops[4];
};

extern const struct machine machine_x86_64, machine_arm64, machine_riscv64,
    machine_arm;

#endif
