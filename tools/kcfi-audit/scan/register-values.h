/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of the registers while code is read from front to back, on the
   machines that form an address in several instructions: enough to tell a jump
   through a table, a direct call through the GOT and a call of a known function
   from a call through a pointer.

   A value is only believed to be in a register where a jump is judged if it was
   made in the same block: no branch leads between.  The address of a table may
   be older, since the table is looked into.  */

#ifndef AUDIT_REGISTER_VALUES_H
#define AUDIT_REGISTER_VALUES_H

#include "../model/audit-file.h"

enum
{
  AUDIT_MAX_REGISTERS = 36, /* powerpc64: ctr and lr too.  */
  AUDIT_SPILLS = 16	    /* Addresses on the stack that are remembered.  */
};

enum audit_value_kind
{
  AUDIT_VALUE_UNKNOWN,
  AUDIT_VALUE_ADDRESS, /* A constant.  */
  AUDIT_VALUE_SLOT,    /* A constant and an unknown index.  */
  AUDIT_VALUE_ENTRY,   /* What stands in a slot, perhaps added to BASE.  */
  AUDIT_VALUE_LOADED   /* What stands at a constant address.  */
};

struct audit_value
{
  enum audit_value_kind kind;
  uint64_t address; /* The constant; of slot and entry: of the table.  */
  uint32_t block;   /* Where it was made.  */
  bool got;	    /* An address in the GOT, or loaded from there.  */
  bool based;	    /* Entry: BASE was added to it ...  */
  bool is_signed;
  unsigned char size;  /* ... of so many bytes ...  */
  unsigned char shift; /* ... shifted left by so much.  */
  uint64_t base;
  uint64_t origin; /* x86_64: where the constant of the movabs stands that has
		      formed an address; 0: it was formed otherwise.  */
};

/* An address on the stack; see spills.h.  */
struct audit_spilled
{
  struct audit_value value; /* Unknown: none.  */
  int64_t offset;	    /* From register ...  */
  unsigned char base;	    /* ... of this number.  */
};

struct audit_values
{
  struct audit_file *file;
  struct audit_value registers[AUDIT_MAX_REGISTERS];
  /* The last address that each register had, whatever came then: the end of a
     function may stand in its middle, and restores registers there.  Only to
     be looked into as a table.  */
  struct audit_value addresses[AUDIT_MAX_REGISTERS];
  struct audit_spilled spills[AUDIT_SPILLS];
  unsigned next_spill; /* Where the next one is put: over the oldest.  */
  uint32_t block;
};

/* How an operand is extended before it is shifted and added; SIZE 0: not.  */
struct audit_extension
{
  unsigned char size;
  bool is_signed;
  unsigned char shift;
};

/* Forget everything; a function starts.  */
void audit_values_clear (struct audit_values *values);

/* A branch may lead to the next instruction.  */
void audit_values_new_block (struct audit_values *values);

void audit_set_unknown (struct audit_values *values, unsigned to);

/* Register TO has ADDRESS.  GOT: it is one of the GOT.  */
void audit_set_address (struct audit_values *values, unsigned to,
			uint64_t address, bool got);

void audit_copy_value (struct audit_values *values, unsigned to, unsigned from);

/* TO = FROM + CONSTANT.  */
void audit_add_constant (struct audit_values *values, unsigned to,
			 unsigned from, uint64_t constant);

/* TO = FIRST + EXTENSION (SECOND).  */
void audit_add_values (struct audit_values *values, unsigned to, unsigned first,
		       unsigned second, struct audit_extension extension);

/* What the SIZE bytes at PLACE + OFFSET are.  */
struct audit_value audit_value_at (const struct audit_values *values,
				   struct audit_value place, uint64_t offset,
				   unsigned size, bool is_signed);

/* PLACE and an unknown index.  */
struct audit_value audit_indexed (struct audit_value place);

/* Register PLACE, or the other one, INDEX, is an address; the sum with the
   other is a slot.  */
struct audit_value audit_slot (const struct audit_values *values,
			       unsigned place, unsigned index);

/* The instruction at PLACE has formed the address in register REG: if it is a
   function's, note that.  */
void audit_note_formed (struct audit_values *values, uint64_t place,
			unsigned reg);

/* Why a call, or a jump if JUMP, of FUNCTION (or NULL) to VALUE needs no check:
   AUDIT_JUMP_TABLE, AUDIT_GOT, AUDIT_KNOWN_TARGET or AUDIT_UNKNOWN.  */
enum audit_reason audit_excuse (const struct audit_values *values,
				const struct audit_function *function,
				const struct audit_value *value, bool jump);

#endif
