/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A RISC-V instruction, of 16 or 32 bits, reduced to what the scan asks of it.
 */

#ifndef AUDIT_RISCV_INSTRUCTION_H
#define AUDIT_RISCV_INSTRUCTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum riscv_operation
{
  RISCV_OTHER,	/* Changes TO, if TO is not 0.  */
  RISCV_LUI,	/* TO = VALUE  */
  RISCV_AUIPC,	/* TO = address + VALUE  */
  RISCV_ADDI,	/* TO = FROM + VALUE  */
  RISCV_ADDIW,	/* ... of 32 bits, sign-extended  */
  RISCV_ADD,	/* TO = FROM + (OTHER << VALUE)  */
  RISCV_LOAD,	/* TO = SIZE bytes at FROM + VALUE  */
  RISCV_STORE,	/* SIZE bytes at FROM + VALUE = OTHER  */
  RISCV_BRANCH, /* To address + VALUE, on FROM and OTHER  */
  RISCV_BEQ,
  RISCV_JAL,  /* To address + VALUE, link in TO  */
  RISCV_JALR, /* To FROM + VALUE, link in TO  */
  RISCV_EBREAK,
  RISCV_NOP
};

struct riscv_instruction
{
  enum riscv_operation operation;
  unsigned char length; /* In bytes: 2 or 4.  */
  unsigned char to;	/* 0: none, or zero.  */
  unsigned char from;
  unsigned char other;
  unsigned char size;
  bool is_signed;
  int64_t value;
};

/* Decode what stands at BYTES, SIZE of them at least 2.  */
struct riscv_instruction riscv_decode (const unsigned char *bytes, size_t size,
				       bool is_64);

#endif
