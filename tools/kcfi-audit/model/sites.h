/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indirect calls and jumps, and the checks that stand before them.  */

#ifndef AUDIT_SITES_H
#define AUDIT_SITES_H

#include <stdbool.h>
#include <stdint.h>

struct audit_file;

/* An indirect call or jump.  */
enum audit_site_kind
{
  AUDIT_CALL,
  AUDIT_JUMP
};

/* Why a site has no check.  Those up to AUDIT_LAST_EXCUSE need none: they do
   not go where a pointer of the program says.  */
enum audit_reason
{
  AUDIT_CHECKED,
  AUDIT_JUMP_TABLE,   /* A switch, or a computed goto.  */
  AUDIT_THUNK,	      /* The body of a retpoline or another thunk.  */
  AUDIT_PLT,	      /* The linker's.  */
  AUDIT_GOT,	      /* A direct call through the GOT.  */
  AUDIT_KNOWN_TARGET, /* The address is in the code.  */
  AUDIT_LAST_EXCUSE = AUDIT_KNOWN_TARGET,
  AUDIT_LISTED,		/* A listing of print-ids says why.  */
  AUDIT_OTHER_REGISTER, /* The check is of another register.  */
  AUDIT_SEPARATED,	/* The check does not stand directly before.  */
  AUDIT_BYPASSED,	/* A branch leads behind its check.  */
  AUDIT_ASSEMBLER,	/* Debug information says: assembler.  */
  AUDIT_NO_KCFI,	/* In a global function without preamble: code
			   built without KCFI, or assembler.  */
  AUDIT_PATCHED,	/* x86_64: Linux replaces it when it starts, or puts it
			   in the place of something.  */
  AUDIT_OUTSIDE,	/* Outside of all functions.  */
  AUDIT_MEMORY,		/* x86_64: through a pointer in memory.  A check is of
			   a register: this is an asm statement, or the
			   function is exempt.  */
  AUDIT_VIRTUAL,	/* Looks like a virtual call, in a function of C++.  */
  AUDIT_UNKNOWN,
  AUDIT_REASONS
};

struct audit_site
{
  uint64_t address;
  enum audit_site_kind kind;
  enum audit_reason reason;
  const char *listed; /* AUDIT_LISTED: the listing's word.  */
  bool known;	      /* The user knows of it: no problem.  */
  uint32_t id;	      /* Of a checked one: what it compares with.  */
  uint32_t offset;    /* How far in front of the target it looks.  */
  uint64_t trap;
  unsigned char target; /* Register number, or AUDIT_NO_REGISTER.  */
  bool is_virtual;	/* A virtual call of C++: the check is of the second
			   word, or there is none and LOADS_SLOT.  */
  bool loads_slot;	/* Its code looks like a virtual call: what is called
			   is loaded through a pointer that is loaded from the
			   start of something.  */
  bool fineibt;		/* Has the form that FineIBT rewrites.  */
  const char *source;	/* Source file and line, if known.  */
  int line;
};

enum
{
  AUDIT_NO_REGISTER = 255
};

/* A check, whether or not a call follows.  */
struct audit_check
{
  uint64_t address; /* Of its first instruction.  */
  uint64_t trap;    /* Of the instruction that traps.  */
  uint64_t end;	    /* Where its call has to stand.  */
  uint32_t id;
  uint32_t offset;
  unsigned char target;
  bool used; /* Its call was found.  */
  bool weak; /* A condition of the program can look like it.  */
  /* The trap's number names another register than TARGET, or another for the
     id (aarch64, arm): the report of a failure would be wrong.  */
  bool wrong_trap;
};

/* Add a site at ADDRESS to FILE; if CHECK, which may be NULL, ends there and is
   of register TARGET, the site is checked.  Returns it, valid until the next.
 */
struct audit_site *audit_add_site (struct audit_file *file,
				   enum audit_site_kind kind, uint64_t address,
				   unsigned char target,
				   struct audit_check *check);

/* True if the call of CHECK has to stand at ADDRESS.  A check that is all zero,
   as before the first one was found, ends nowhere: code may stand at
   address 0.  */
static inline bool
audit_check_ends_p (const struct audit_check *check, uint64_t address)
{
  return check->end && check->end == address;
}

/* True if SITE's reason is not an excuse.  */
bool audit_unexcused_p (const struct audit_site *site);

/* "checked", "jump table" ...  */
const char *audit_reason_text (const struct audit_site *site);

#endif
