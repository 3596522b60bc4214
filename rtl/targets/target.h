/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a machine must say: one struct, filled by one file
   rtl/targets/target-NAME.c.

   A target is plain C.  It sees no GCC header: registers are named as GCC's
   reg_names[] of that machine names them ("ax", "r10"; "x16"; "t1"), or as an
   asm statement may ("cr0"), code is plain assembler text in the dialect that
   is asked for.  The RTL passes choose the registers, give the labels, and
   escape the text for an asm insn.  */

#ifndef KCFI_TARGET_H
#define KCFI_TARGET_H

#include <stdbool.h>
#include <stdint.h>

#include "../../gimple/code-choices.h"
#include "../../plugin/base/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How the function at hand is compiled, as far as code text depends on it. */
struct kcfi_code_mode
{
  bool intel_syntax;	      /* x86: -masm=intel.  */
  bool real_mode;	      /* x86: -m16.  */
  unsigned word_bits;	      /* Of a general register.  */
  unsigned code_alignment;    /* Bytes: where instructions may start, 2 in
				 Thumb code and with RISC-V's C.  */
  unsigned nop_bytes;	      /* Length of one patchable nop.  */
  bool conditional_execution; /* arm: not Thumb-1.  */
  enum kcfi_check_form form;  /* Of checks; one that the target has.  */
  bool kernel_traps;	      /* Trap as Linux's handler knows it, where that
				 is not the ABI's way: arm.  */
  bool no_trap_table;	      /* No entries in .kcfi_traps.  */
};

/* The most registers that any target wants for a check.  */
#define KCFI_MAX_SCRATCH 3

/* One check in front of one call.  */
struct kcfi_check
{
  const struct kcfi_code_mode *mode;
  uint32_t id;	      /* As it stands in code (kcfi_id_in_code).  */
  const char *target; /* Register that holds the called address.  */
  const char *scratch[KCFI_MAX_SCRATCH]; /* Free registers, as many as the
			       target wants; NULL where none was free.  */
  unsigned id_offset;	    /* Bytes from the id to the function entry.  */
  unsigned number;	    /* Unique in the assembler file, for labels.  */
  unsigned section_check;   /* Number of the first check in this section.  */
  const char *comdat_group; /* Its group's signature, or NULL.  */
};

/* What stands in front of one function.  */
struct kcfi_preamble
{
  const struct kcfi_code_mode *mode;
  bool has_id;			/* False: only keep the entry aligned.  */
  uint32_t id;			/* As it stands in code (kcfi_id_in_code).  */
  bool has_virtual_id;		/* There is a second word, in front of the id;
				   only with has_id.  */
  uint32_t virtual_id;		/* That word, as it stands in code.  */
  const char *function;		/* The label as the assembler sees it.  */
  const char *binding;		/* "globl", "weak", or NULL for a local.  */
  unsigned prefix_nops;		/* M.  */
  unsigned alignment;		/* Bytes: what the machine and the user demand
				   at the entry of the function.  */
  unsigned preferred_alignment; /* That, or more that GCC would like.  */
  bool for_size;		/* -Os or a cold function.  */
  int arity;			/* General registers that carry arguments, 7 if
				   some are on the stack; -1 to say nothing.  */
};

/* A further entry of a function, with an id of its own, in front of it.  */
struct kcfi_entry
{
  const struct kcfi_code_mode *mode;
  const char *label;	/* Of this entry; local.  */
  const char *function; /* A local name of the function.  */
  bool landing_pad;	/* x86: code has endbr.  */
};

/* A way to compile that a target cannot serve, because something then stands
   between preamble and label, or a function's address is not where its code
   begins.  Using it is an error.  */
struct kcfi_refusal
{
  /* Without the first dash: "mcmodel=", "mips16"; NULL if there is only an
     attribute.  */
  const char *option;

  /* Of an enumeration: the value that cannot be served.  Of an option that GCC
     keeps as text: what the harmless values begin with ("0,").  NULL of a flag,
     which is refused when it is on.  */
  const char *value;

  const char *attribute; /* Of functions, with the same effect; or NULL.  */
};

struct kcfi_target
{
  const char *name; /* "x86_64"; part of messages.  */

  /* First parts of the GCC machine triplets that this target serves, NULL at
     the end: "x86_64-".  */
  const char *const *triplets;

  /* BITS_PER_WORD it serves, 0 if any: -m32 on x86_64 is another target.  */
  unsigned word_bits;

  /* Registers a check may clobber, best first, NULL at the end; how many it
     wants, and how many it cannot do without.  */
  const char *const *scratch_registers;
  unsigned scratch_wanted;
  unsigned scratch_needed;

  /* The condition codes that the check overwrites, or NULL.  */
  const char *flags_register;

  /* Registers that a call's address is brought into when it is in memory or
     in one of BAD_TARGETS; best first.  */
  const char *const *address_registers;
  const char *const *bad_targets;

  /* The value of option THUNK_OPTION, or of the function attribute
     THUNK_ATTRIBUTE, other than "keep" makes every indirect call go through
     THUNK_REGISTER.  All NULL where there are no such calls.  */
  const char *thunk_option;
  const char *thunk_attribute;
  const char *thunk_register;

  /* Calls of function types with this attribute lead into another security
     state and are not checked; NULL where there are none.  Their insns may
     have no MEM.  */
  const char *other_state_attribute;

  /* A flag of GCC ("mindirect-branch-register") that keeps called addresses out
     of memory; it is turned on.  For machines that may have no register left to
     load one into; NULL elsewhere.  */
  const char *register_calls_option;

  /* The flag of code in which code and data are different segments ("m16"), or
     NULL.  */
  const char *real_mode_option;

  /* What cannot be served; ends with a row of NULLs; or NULL.  */
  const struct kcfi_refusal *refusals;

  /* True if the preamble has a place for the arity.  */
  bool has_arity;

  /* The form of checks that there is besides the classic one, or that.  */
  enum kcfi_check_form other_form;

  /* True if GCC prints also those patchable nops in front of the label that
     belong behind it.  */
  bool no_patchable_entry;

  /* Length of the longest patchable prefix over which a check can still load
     the id; 0 if functions must not have one.  Between a virtual id and the
     prefix lies the id.  */
  unsigned max_prefix_bytes;

  /* GCC's numbers of named address spaces, in order from 1, as Clang mangles
     them ("AS257"); NULL at the end, or NULL.  */
  const char *const *address_spaces;

  /* Bytes that an id takes in the preamble, of which it is the last four; NULL
     where it is a data word.  */
  unsigned (*id_bytes) (const struct kcfi_code_mode *mode);

  /* What becomes of ids that would look like an instruction in the code, in
     check and preamble alike; NULL where none does.  */
  uint32_t (*mask_id) (uint32_t id);

  /* Print the check: everything before the call instruction.  */
  void (*print_check) (struct kcfi_text *text, const struct kcfi_check *check);

  /* Print what stands behind the function for CHECK, of KCFI_CHECK_OUT_OF_LINE: the
     trap, and a branch to the call for handlers that go on.  NULL without that
     form.  */
  void (*print_trap) (struct kcfi_text *text, const struct kcfi_check *check);

  /* Print the code of a further entry: a landing pad, if calls need one, and a jump
     to the function, which finds all registers as its callers leave them.  NULL
     where a function needs more than that.  */
  void (*print_entry) (struct kcfi_text *text, const struct kcfi_entry *entry);

  /* The patchable nop; NULL for "nop".  */
  const char *nop;

  /* Print what stands between the alignment GCC has made and the M nops.  */
  void (*print_preamble) (struct kcfi_text *text,
			  const struct kcfi_preamble *preamble);
};

/* ID, as a prototype hashes, as it stands in the code of TARGET.  */
static inline uint32_t
kcfi_id_in_code (const struct kcfi_target *target, uint32_t id)
{
  return target->mask_id ? target->mask_id (id) : id;
}

/* Bytes from one id in a preamble of TARGET to the next.  */
static inline unsigned
kcfi_id_bytes (const struct kcfi_target *target,
	       const struct kcfi_code_mode *mode)
{
  return target->id_bytes ? target->id_bytes (mode) : 4;
}

/* The target that serves the GCC machine TRIPLET ("x86_64-linux-gnu") when
   its words have WORD_BITS, or NULL if none does.  */
const struct kcfi_target *kcfi_find_target (const char *triplet,
					    unsigned word_bits);

#ifdef __cplusplus
}
#endif

#endif
