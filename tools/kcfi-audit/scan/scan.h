/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs from machine to machine: one struct for each.  */

#ifndef AUDIT_SCAN_H
#define AUDIT_SCAN_H

#include "../model/audit-file.h"

/* A piece of code to scan: a function, or what lies between functions (then
   FUNCTION is NULL).  */
struct audit_range
{
  uint64_t start;
  uint64_t end;
  const unsigned char *bytes;
  const struct audit_function *function;
  bool first; /* Nothing of the function came before.  */
  bool thumb; /* arm: Thumb, not A32.  */
};

/* What a relocation does, as far as it matters.  */
enum audit_relocation_kind
{
  AUDIT_REL_OTHER,
  AUDIT_REL_ABSOLUTE, /* The place becomes the value.  */
  AUDIT_REL_RELATIVE, /* ... the value less the place.  */
  AUDIT_REL_ADDED,    /* ... the value less that of a second relocation
			 at the place (RISC-V).  */
  AUDIT_REL_BRANCH,   /* A direct call or jump goes there.  */
  AUDIT_REL_CODE,     /* An instruction forms the address.  */
  AUDIT_REL_GOT,      /* The place of a GOT entry.  */
  AUDIT_REL_DYNAMIC   /* The loader writes the address.  */
};

struct audit_machine
{
  const char *name;
  unsigned elf_machine;
  bool is_64;
  bool big_endian;
  bool has_trap_table;		     /* .kcfi_traps  */
  bool has_preamble_symbols;	     /* __cfi_NAME  */
  const char *const *register_names; /* NULL at the end.  */

  /* Scan RANGE and add what is found to FILE.  STATE is what START made, or
     NULL if the machine's disassembler does not start; STOP frees it.  */
  void *(*start) (struct audit_file *file);
  void (*scan) (struct audit_file *file, void *state,
		const struct audit_range *range);
  void (*stop) (void *state);

  /* Fill PREAMBLE by the bytes before FUNCTION, where no symbol tells.  Only
     with HAS_PREAMBLE_SYMBOLS.  */
  void (*find_preamble) (const struct audit_file *file,
			 const struct audit_function *function,
			 struct audit_preamble *preamble);

  /* The length of the nop at BYTES, in FUNCTION's kind of code, or 0 if there
     is none in the SIZE bytes.  Only without HAS_PREAMBLE_SYMBOLS.  */
  unsigned (*nop_length) (const struct audit_file *file,
			  const struct audit_function *function,
			  const unsigned char *bytes, size_t size);

  enum audit_relocation_kind (*relocation_kind) (uint32_t type);

  /* The id that stands in the preamble and the check of a prototype with ID.
     NULL: ID itself.  */
  uint32_t (*mask_id) (uint32_t id);

  /* The code at PLACE forms an address without a relocation (a linked image):
     what address?  SIZE bytes follow PLACE.  Returns the length of that
     instruction or 0 if it does not.  May be NULL.  */
  unsigned (*formed_address) (const unsigned char *bytes, size_t size,
			      uint64_t place, uint64_t *address);
};

extern const struct audit_machine audit_machine_x86_64;
extern const struct audit_machine audit_machine_aarch64;
extern const struct audit_machine audit_machine_aarch64_be;
extern const struct audit_machine audit_machine_arm;
extern const struct audit_machine audit_machine_arm_be;
extern const struct audit_machine audit_machine_riscv64;
extern const struct audit_machine audit_machine_riscv32;
extern const struct audit_machine audit_machine_i386;
extern const struct audit_machine audit_machine_s390x;
extern const struct audit_machine audit_machine_powerpc64le;
extern const struct audit_machine audit_machine_mips64;
extern const struct audit_machine audit_machine_mips64el;
extern const struct audit_machine audit_machine_loongarch64;

/* ID as it stands in the preamble and the check on FILE's machine.  */
static inline uint32_t
audit_machine_id (const struct audit_file *file, uint32_t id)
{
  return file->machine->mask_id ? file->machine->mask_id (id) : id;
}

/* The machine of ELF, or NULL if it is not supported.  */
const struct audit_machine *audit_find_machine (const struct audit_elf *elf);

/* Scan all code of FILE, whose machine is known: fill its sites, checks, strays
   and formed.  Returns NULL, or an error that the caller frees.  */
char *audit_scan_code (struct audit_file *file);

#endif
