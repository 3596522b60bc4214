/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An x86_64 instruction reduced to what the scan asks of it, and the last few
   of them.  */

#ifndef AUDIT_X86_INSTRUCTION_H
#define AUDIT_X86_INSTRUCTION_H

#include <capstone/capstone.h>

#include "../scan.h"

enum
{
  X86_HISTORY = 8,   /* Instructions remembered; a power of two.  */
  X86_REGISTERS = 16 /* rax 0, rcx 1 ... as in instructions.  */
};

struct x86_instruction
{
  uint64_t address;
  uint64_t end;
  unsigned id;	       /* X86_INS_MOV ...  */
  unsigned char to;    /* First operand, if a register.  */
  unsigned char from;  /* Last operand, if a register.  */
  bool reads_memory;   /* The last operand is in memory, or ...  */
  bool writes_memory;  /* ... the first is.  */
  unsigned char width; /* Of the operand in memory, in bytes.  */
  bool segment;	       /* Through %fs or %gs.  */
  unsigned char base;
  unsigned char index;
  int scale;
  bool based_on_rip;
  int64_t displacement;
  bool has_immediate;
  uint64_t immediate;		     /* Of a branch: its target.  */
  unsigned char displacement_offset; /* In the instruction; 0: none.  */
  unsigned char immediate_offset;
  uint16_t writes; /* Bit N: register N changes, named as an operand or not.  */
  bool cs_prefix;
  bool relative_branch; /* A call or jump to its immediate, perhaps under a
			   condition.  */
};

struct x86_history
{
  struct x86_instruction items[X86_HISTORY];
  size_t count; /* All that there were.  */
};

/* The instruction N before the next one; 1 is the last.  NULL if there is no
   such.  */
const struct x86_instruction *x86_previous (const struct x86_history *history,
					    size_t n);

/* Reduce INSN, decoded with details.  */
struct x86_instruction x86_reduce (const cs_insn *insn);

/* Remember INSTRUCTION.  */
void x86_remember (struct x86_history *history,
		   const struct x86_instruction *instruction);

#endif
