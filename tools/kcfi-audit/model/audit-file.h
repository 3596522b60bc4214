/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found out about one file: the results that reports print.

   The layers fill it in this order: scan (sites, checks), preambles, trap
   table, addresses taken, settings, debug information.  doc/abi.md says what
   each of these looks like.  */

#ifndef AUDIT_FILE_H
#define AUDIT_FILE_H

#include "../../../gimple/ids/mangle.h"
#include "../elf/elf-file.h"
#include "findings.h"
#include "sites.h"

struct audit_machine;

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
  /* The second word, of a function that can stand in a virtual table.  */
  bool has_virtual;
  uint32_t virtual_id;
  uint32_t virtual_offset; /* Bytes from it to the function.  */
};

/* __kcfi_typeid_NAME = ID.  */
struct audit_typeid
{
  const char *symbol; /* The whole name ...  */
  size_t prefix;      /* ... and how much objcopy has put before all names.  */
  const char *name;
  uint32_t id;
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

/* A direct branch, no call.  */
struct audit_branch
{
  uint64_t place;
  uint64_t target;
};

/* A function that is only a direct jump to TARGET closely behind it, both by
   number.  */
struct audit_entry
{
  uint32_t function;
  uint32_t target;
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
  size_t split;	    /* Units whose .dwo cannot be read ...  */
  size_t foreign;   /* ... and in languages other than C and assembler.  */
};

/* The virtual tables, _ZTV and _ZTC, whose symbols are here.  */
struct audit_vtables
{
  size_t tables;
  size_t entries; /* Functions of this file in them ...  */
  size_t without; /* ... that have no second word.  */
};

/* Code that Linux replaces: from START on, before END.  */
struct audit_patched
{
  uint64_t start;
  uint64_t end;
};

/* What debug information says about a function.  */
struct audit_debug_function
{
  const char *string;	   /* "_ZTSFiiE", or NULL.  */
  const char *declaration; /* "int main (int argc)", or NULL.  */
  const char *parts;	   /* See dwarf/parts.h.  */
  const char *file;	   /* Where it is declared, or NULL.  */
  int line;
  bool assembler; /* In a unit of assembler.  */
};

struct audit_debug
{
  struct audit_debug_function *functions; /* By function number.  */
};

struct audit_file
{
  struct audit_elf elf;
  const struct audit_machine *machine;
  struct audit_site *sites; /* By address.  */
  size_t sites_count, sites_capacity;
  struct audit_check *checks; /* By address.  */
  size_t checks_count, checks_capacity;
  struct audit_branch *branches; /* Of the function being scanned.  */
  size_t branches_count, branches_capacity;
  struct audit_entry *entries; /* By function.  */
  size_t entries_count, entries_capacity;
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
  uint64_t *called; /* Places in the code with the address of a function that
		       only is called (-mcmodel=large); by address.  */
  size_t called_count, called_capacity;
  struct audit_reference *references; /* By function, then place.  */
  size_t references_count, references_capacity;
  struct audit_settings settings;
  struct audit_finding *findings;
  size_t findings_count, findings_capacity;
  struct audit_vtables vtables;
  struct audit_proof proof;
  struct audit_debug *debug; /* NULL without debug information.  */
};

void audit_file_free (struct audit_file *file);

/* The number of FUNCTION in FILE.  */
static inline size_t
audit_function_number (const struct audit_file *file,
		       const struct audit_function *function)
{
  return (size_t) (function - file->elf.functions);
}

#endif
