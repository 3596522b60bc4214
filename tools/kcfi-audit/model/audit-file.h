/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found out about one file: the results that reports print.

   The layers fill it in this order: scan (sites, checks), preambles, trap
   table, addresses taken, settings, debug information.  doc/abi.md says what
   each of these looks like.  */

#ifndef AUDIT_FILE_H
#define AUDIT_FILE_H

#include "../../../gimple/ids/mangle.h"
#include "../elf/elf-file.h"

struct audit_debug;

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
  AUDIT_ASSEMBLER,	/* Debug information says: assembler.  */
  AUDIT_NO_KCFI,	/* In a global function without preamble: code
			   built without KCFI, or assembler.  */
  AUDIT_PATCHED,	/* x86_64: Linux replaces it when it starts, or puts it
			   in the place of something.  */
  AUDIT_OUTSIDE,	/* Outside of all functions.  */
  AUDIT_MEMORY,		/* x86_64: through a pointer in memory.  A check is of
			   a register: this is an asm statement, or the
			   function is exempt.  */
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
  bool fineibt;		/* Has the form that FineIBT rewrites.  */
  const char *source;	/* Source file and line, if known.  */
  int line;
};

enum
{
  AUDIT_NO_REGISTER = 255,
  AUDIT_ARITY_UNKNOWN = 255
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
  /* The trap's number names another register than TARGET, or another for the
     id (aarch64, arm): the report of a failure would be wrong.  */
  bool wrong_trap;
};

/* What stands before a function, by function number.  */
struct audit_preamble
{
  bool present;
  bool doubtful;  /* Judged by bytes alone; see scan/word-preambles.c.  */
  bool candidate; /* ID and OFFSET may be one; debug information may know.  */
  bool taken;	  /* The function's address is taken here ...  */
  bool mentioned; /* ... or there is something that may be it.  */
  uint32_t id;
  uint32_t offset;     /* Bytes from the hash to the function.  */
  unsigned char arity; /* x86_64: number of the movl's register.  */
};

/* __kcfi_typeid_NAME = ID.  */
struct audit_typeid
{
  const char *name;
  uint32_t id;
};

/* What is wrong, in the words of --fail-on.  */
enum audit_problem
{
  AUDIT_PROBLEM_UNCHECKED, /* A site without check or excuse.  */
  AUDIT_PROBLEM_SEPARATED, /* A check without its call.  */
  AUDIT_PROBLEM_TRAPS,	   /* The trap table is not what the code has.  */
  AUDIT_PROBLEM_TAKEN,	   /* Address taken, but no preamble.  */
  AUDIT_PROBLEM_MIXED,	   /* Settings that do not fit together.  */
  AUDIT_PROBLEM_PROOF,	   /* Debug information gives another id.  */
  AUDIT_PROBLEM_TYPEID,	   /* __kcfi_typeid_ and preamble differ.  */
  AUDIT_PROBLEM_TARGET,	   /* An id is called that no function has.  */
  AUDIT_PROBLEM_COLLISION, /* One id, two prototypes.  */
  AUDIT_PROBLEMS
};

struct audit_finding
{
  enum audit_problem problem;
  char *text; /* One line, without the file's name.  */
};

/* Settings, from the record in .comment or judged by bytes.  */
struct audit_settings
{
  const char **records; /* Strings that start with "kcfi:".  */
  size_t records_count;
  size_t records_capacity;
  bool hash_judged; /* ID was found out from debug information.  */
  struct kcfi_id_options id;
};

/* Somebody takes a function's address at PLACE.  */
struct audit_reference
{
  uint64_t place;
  uint32_t function;
};

/* How debug information and bytes agree.  */
struct audit_proof
{
  size_t equal;
  size_t different;
  size_t numbered;  /* Equal under one of the numbers that only the
		       compiler's order gives.  */
  size_t assumed;   /* Equal if a union is transparent, or a tag
		       local to a parameter list.  */
  size_t undecided; /* No number tried fits.  */
  size_t without;   /* Preambles without debug information.  */
};

/* Code that Linux replaces: from START on, before END.  */
struct audit_patched
{
  uint64_t start;
  uint64_t end;
};

struct audit_file
{
  struct audit_elf elf;
  const struct audit_machine *machine;
  struct audit_site *sites; /* By address.  */
  size_t sites_count, sites_capacity;
  struct audit_check *checks; /* By address.  */
  size_t checks_count, checks_capacity;
  struct audit_preamble *preambles; /* One for each function.  */
  struct audit_typeid *typeids;
  size_t typeids_count, typeids_capacity;
  uint64_t *traps; /* Addresses in the trap table, sorted.  */
  size_t traps_count, traps_capacity;
  uint64_t *strays; /* Instructions with a number of KCFI's traps that end no
		       check (aarch64, arm).  */
  size_t strays_count, strays_capacity;
  struct audit_patched *patched; /* By start.  */
  size_t patched_count, patched_capacity;
  struct audit_reference *formed; /* Found by the scan: code that makes a
				     function's address.  */
  size_t formed_count, formed_capacity;
  struct audit_reference *references; /* By function, then place.  */
  size_t references_count, references_capacity;
  struct audit_settings settings;
  struct audit_finding *findings;
  size_t findings_count, findings_capacity;
  struct audit_proof proof;
  struct audit_debug *debug; /* NULL without debug information.  */
};

/* The machine's name, or NULL for a machine that is not supported.  */
const struct audit_machine *audit_find_machine (const struct audit_elf *elf);

/* Fill FILE from ELF: all layers but debug information.  Errors as
   audit_elf_read.  */
char *audit_file_read (struct audit_file *file, Elf *elf, const char *name);
void audit_file_free (struct audit_file *file);

/* Note PROBLEM at FILE.  */
void audit_add_finding (struct audit_file *file, enum audit_problem problem,
			const char *format, ...)
    __attribute__ ((format (printf, 3, 4)));

/* The layers.  */
void audit_scan_code (struct audit_file *file);
void audit_find_preambles (struct audit_file *file);
void audit_find_word_preambles (struct audit_file *file);
/* True if from the start of FUNCTION to END there are only nops, those of a
   patchable entry; on machines with nop_length only.  */
bool audit_entry_nops_p (const struct audit_file *file,
			 const struct audit_function *function, uint64_t end);
/* Drop the doubtful preambles that debug information speaks against.  */
void audit_confirm_preambles (struct audit_file *file);
void audit_read_traps (struct audit_file *file);
/* The four bytes at BYTES, which stand at ADDRESS, as an address relative to
   that; in an object the relocation (on RISC-V a pair, of which the first adds)
   has the value.  False if it is not known.  */
bool audit_read_relative (const struct audit_file *file,
			  const unsigned char *bytes, uint64_t address,
			  uint64_t *place);
void audit_read_patched (struct audit_file *file);
/* True if Linux replaces the instruction at ADDRESS; after audit_read_patched.
 */
bool audit_patched_p (const struct audit_file *file, uint64_t address);
void audit_find_references (struct audit_file *file);
void audit_read_settings (struct audit_file *file);
void audit_judge_sites (struct audit_file *file);
/* Turn what was found about sites, checks and addresses into findings; the last
   layer, after debug information and listings had their say.  */
void audit_report_sites (struct audit_file *file);

/* The number of FUNCTION in FILE.  */
static inline size_t
audit_function_number (const struct audit_file *file,
		       const struct audit_function *function)
{
  return (size_t) (function - file->elf.functions);
}

/* The sites of FILE whose reason is not an excuse.  */
bool audit_unexcused_p (const struct audit_site *site);

/* "checked", "jump table" ...  */
const char *audit_reason_text (const struct audit_site *site);
/* "unchecked", "separated" ...: the word of --fail-on.  */
const char *audit_problem_name (enum audit_problem problem);

#endif
