/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One ELF file as the auditor sees it: sections, symbols, relocations and
   functions, checked once so that the layers above need no checks of theirs.

   Everything has an address.  In an object (ET_REL) the loader has not placed
   the sections yet, so they are placed here, one after the other; reports turn
   such an address back into section+offset.  */

#ifndef AUDIT_ELF_FILE_H
#define AUDIT_ELF_FILE_H

#include <libelf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../../plugin/base/text.h"

struct audit_section
{
  const char *name;
  uint64_t address;
  uint64_t size;
  uint64_t flags;
  const unsigned char *bytes; /* SIZE of them, or NULL (no bits).  */
  uint32_t type;
};

struct audit_symbol
{
  const char *name; /* Never NULL.  */
  uint64_t address;
  uint64_t size;
  uint32_t section; /* 0 if undefined, absolute or common.  */
  bool absolute;
  unsigned char type;	 /* STT_FUNC ...  */
  unsigned char binding; /* STB_LOCAL ...  */
};

struct audit_relocation
{
  uint64_t address; /* Of the place.  */
  int64_t addend;
  uint32_t type;   /* R_X86_64_PC32 ...  */
  uint32_t symbol; /* Index into symbols, or dynamic symbols.  */
  bool dynamic;
};

/* A function: a defined STT_FUNC symbol.  Several names for one address are
   one function, under the name that most is known by.  */
struct audit_function
{
  const char *name;
  uint64_t address;
  uint64_t end; /* Ends where the next one starts at last.  */
  uint32_t section;
  uint32_t symbol;
  unsigned char binding;
  bool sized; /* The symbol says where it ends.  */
  bool thumb; /* arm: it is Thumb code.  */
};

/* Mapping symbols of ARM and RISC-V ("$x", "$d.12"): from ADDRESS on there is
   code (`x', arm `a' or `t') or data (`d').  */
struct audit_mapping
{
  uint64_t address;
  uint32_t section;
  uint32_t order; /* In the symbol table.  */
  char kind;
};

enum
{
  AUDIT_ZERO_NAMES = 16
};

enum audit_symbol_table
{
  AUDIT_STATIC_SYMBOLS, /* .symtab  */
  AUDIT_DYNAMIC_SYMBOLS /* .dynsym  */
};

struct audit_symbols
{
  struct audit_symbol *symbols;
  size_t symbols_count;
};

struct audit_elf
{
  char *name;	    /* "a.o", "lib.a(b.o)".  */
  Elf *elf;	    /* Borrowed.  */
  unsigned machine; /* EM_X86_64 ...  */
  bool is_64;
  bool big_endian;
  unsigned flags;      /* EF_ARM_BE8 ...  */
  bool relocatable;    /* ET_REL.  */
  bool executable;     /* ET_EXEC, or ET_DYN with an interpreter.  */
  uint64_t image_size; /* Bytes of the file.  */

  struct audit_section *sections; /* By section number.  */
  size_t sections_count;
  uint32_t *loaded; /* Numbers of those with bytes, by address.  */
  size_t loaded_count;
  struct audit_symbols tables[2];	/* By enum audit_symbol_table.  */
  struct audit_relocation *relocations; /* Of loaded sections, by address.  */
  size_t relocations_count;
  size_t relocations_capacity;
  struct audit_function *functions; /* By address, no two start together. */
  size_t functions_count;
  struct audit_function *labels; /* Other names in code, by address.  */
  size_t labels_count;
  size_t name_prefix; /* So many characters all names start with.  */
  struct audit_mapping *mappings; /* By address.  */
  size_t mappings_count, mappings_capacity;
  /* What the code at address 0 of an image is called; not all names if it has
     very many.  */
  const char *zero_names[AUDIT_ZERO_NAMES];
  size_t zero_names_count;
};

/* Read ELF, called NAME in messages, into FILE.  Returns NULL, or the text of
   an error that the caller frees; FILE is to be freed with audit_elf_free in
   both cases.  ELF must stay open until then and must be open with
   ELF_C_READ_MMAP_PRIVATE or on memory of its own.  */
char *audit_elf_read (struct audit_elf *file, Elf *elf, const char *name);
void audit_elf_free (struct audit_elf *file);

/* The section that has SIZE bytes at ADDRESS in the file; NULL if none.  */
const struct audit_section *audit_section_at (const struct audit_elf *file,
					      uint64_t address, uint64_t size);

/* The bytes at ADDRESS, SIZE of them; NULL if no section has them.  */
const unsigned char *audit_bytes_at (const struct audit_elf *file,
				     uint64_t address, uint64_t size);

/* The number of SIZE bytes (1, 2, 4, 8) at BYTES in FILE's byte order.  */
uint64_t audit_data (const struct audit_elf *file, const unsigned char *bytes,
		     unsigned size);

/* The address of the code that a pointer ADDRESS leads to: without the bit that
   arm has for Thumb.  */
uint64_t audit_code_address (const struct audit_elf *file, uint64_t address);

/* What mapping symbols say of ADDRESS: their letter, or 0 for nothing.  *END,
   unless NULL, is where that may change.  */
char audit_mapping_at (const struct audit_elf *file, uint64_t address,
		       uint64_t *end);

/* Little-endian numbers.  */
uint16_t audit_read_16 (const unsigned char *bytes);
uint32_t audit_read_32 (const unsigned char *bytes);
uint64_t audit_read_64 (const unsigned char *bytes);

/* The type and the symbol's number of a relocation whose r_info is INFO.  mips64 has
   three types in one relocation, of which this is the first, and both in an order of
   its own (System V ABI for MIPS64, 2.9).  */
uint32_t audit_relocation_type (const struct audit_elf *file, uint64_t info);
uint32_t audit_relocation_symbol_number (const struct audit_elf *file,
					 uint64_t info);

/* The number of the first relocation at or after ADDRESS.  */
size_t audit_first_relocation (const struct audit_elf *file, uint64_t address);

/* The relocation exactly at ADDRESS, or NULL.  */
const struct audit_relocation *
audit_relocation_at (const struct audit_elf *file, uint64_t address);

/* The symbol of RELOCATION; NULL if it has none.  */
const struct audit_symbol *
audit_relocation_symbol (const struct audit_elf *file,
			 const struct audit_relocation *relocation);

/* The address that RELOCATION's symbol and addend make: *KNOWN is false if
   the symbol is not defined in FILE.  */
uint64_t audit_relocation_value (const struct audit_elf *file,
				 const struct audit_relocation *relocation,
				 bool *known);

/* The function that ADDRESS lies in, or that starts there; NULL if none.  */
const struct audit_function *audit_function_at (const struct audit_elf *file,
						uint64_t address);
const struct audit_function *
audit_function_starting_at (const struct audit_elf *file, uint64_t address);

/* A name in the code at ADDRESS that is no function's; NULL if there is none.
 */
const struct audit_function *audit_label_at (const struct audit_elf *file,
					     uint64_t address);

/* The last name in the code before ADDRESS that is no function's; NULL if there
   is none, or a function in between.  */
const struct audit_function *audit_label_before (const struct audit_elf *file,
						 uint64_t address);

/* Append ADDRESS as a reader finds it: "vmx_init+0x12" inside a function or
   after another name in the code, ".text+0x40" in an object,
   0xffffffff81000000 elsewhere.  */
void audit_print_place (struct kcfi_text *text, const struct audit_elf *file,
			uint64_t address);

#endif
