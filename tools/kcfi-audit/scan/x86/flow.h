/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Direct calls of -mcmodel=large: the address of the function is an immediate of
   64 bits, often formed far from the call:

	movabs	$f, %rbx
     1:	...
	call	*%rbx
	jne	1b

   Such addresses, and only these, are followed over branches: the register is
   known behind a label if it has the same address on all ways there.  The
   function is scanned until nothing changes.  The first time, what leads back to
   a label is not known yet and taken to agree.

   A movabs all of whose results are only called is no place where the function's
   address is taken.  */

#ifndef AUDIT_X86_FLOW_H
#define AUDIT_X86_FLOW_H

#include "../register-values.h"
#include "instruction.h"

/* What comes together at a label.  */
struct x86_join
{
  struct audit_value values[X86_REGISTERS]; /* Unknown unless all agree.  */
  uint16_t seen; /* Bit N: for register N some way was seen.  */
};

enum
{
  X86_MERGED = 64
};

struct x86_flow
{
  uint32_t *numbers; /* By address in the range: of its join, 0 is none.  */
  size_t numbers_capacity;
  uint64_t start, end;
  struct x86_join *joins; /* Number N is joins[N - 1].  */
  size_t joins_count, joins_capacity;
  bool first;	    /* The first scan of the range.  */
  bool reachable;   /* From the instruction before.  */
  bool changed;	    /* In this scan.  */
  uint64_t *called; /* Where movabs forms what is called here ...  */
  size_t called_count, called_capacity;
  uint64_t *used; /* ... and what is used in another way.  */
  size_t used_count, used_capacity;
  /* Pairs of places that form the same address, which comes together at a label:
     what becomes of one becomes of both.  */
  uint64_t merged[X86_MERGED][2];
  unsigned merged_count;
};

/* Start with RANGE; then scan it once more.  */
void x86_flow_start (struct x86_flow *flow, const struct audit_range *range);
void x86_flow_rescan (struct x86_flow *flow);
void x86_flow_free (struct x86_flow *flow);

/* INSTRUCTION, with VALUES before it, is a direct jump to TARGET.  */
void x86_flow_branch (struct x86_flow *flow, const struct audit_values *values,
		      uint64_t target);

/* A label at PLACE, or any other instruction there: VALUES become what is known
   there.  */
void x86_flow_label (struct x86_flow *flow, struct audit_values *values,
		     uint64_t place);
void x86_flow_instruction (struct x86_flow *flow);

/* What INSTRUCTION does with addresses that it reads, with VALUES before it;
   EXCUSED: it calls one, or jumps there.  */
void x86_flow_uses (struct x86_flow *flow, const struct audit_values *values,
		    const struct x86_instruction *instruction, bool excused);

/* Note in FILE which places only form what is called.  */
void x86_flow_finish (struct x86_flow *flow, struct audit_file *file);

#endif
