/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An x86_64 instruction reduced to what the scan asks of it, and the last few
   of them.  */

#ifndef AUDIT_X86_INSTRUCTION_H
#define AUDIT_X86_INSTRUCTION_H

#include <capstone/capstone.h>

#include "../scan.h"

enum
{
  X86_HISTORY = 16,  /* Instructions remembered; a power of two.  */
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
  bool cs_prefix;
  bool relative_branch; /* A call or jump to its immediate, perhaps under a
			   condition.  */
};

struct x86_history
{
  struct x86_instruction items[X86_HISTORY];
  size_t count; /* All that there were.  */
  size_t block; /* How many there were before this block: a branch leads to
		   its start, where registers may come from elsewhere.  */
  /* The address that each register was loaded with last (lea, mov).  */
  uint64_t address_in[X86_REGISTERS];
  bool has_address[X86_REGISTERS];
};

/* The instruction N before the next one; 1 is the last.  NULL if there is no
   such.  */
const struct x86_instruction *x86_previous (const struct x86_history *history,
					    size_t n);

/* Reduce INSN, decoded with details.  */
struct x86_instruction x86_reduce (const cs_insn *insn);

/* The number of capstone's register REG (64 or 32 bits wide), or
   AUDIT_NO_REGISTER.  */
unsigned char x86_register_number (unsigned reg);

/* The constant address that INSTRUCTION forms or accesses: of its memory
   operand without base register, or its immediate.  A relocation may make it.
   False if it is no constant of FILE.  */
bool x86_memory_address (const struct audit_file *file,
			 const struct x86_instruction *instruction,
			 uint64_t *address);
bool x86_immediate_address (const struct audit_file *file,
			    const struct x86_instruction *instruction,
			    uint64_t *address);

/* Remember INSTRUCTION of FILE.  */
void x86_remember (const struct audit_file *file, struct x86_history *history,
		   const struct x86_instruction *instruction);

/* Why the indirect INSTRUCTION in FUNCTION (or NULL) has no check, from the
   instructions before it: AUDIT_JUMP_TABLE, AUDIT_GOT, AUDIT_KNOWN_TARGET or
   AUDIT_UNKNOWN.  TARGET is the register or AUDIT_NO_REGISTER.  */
enum audit_reason x86_excuse (const struct audit_file *file,
			      const struct audit_function *function,
			      const struct x86_history *history,
			      const struct x86_instruction *instruction,
			      unsigned char target);

#endif
