/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A built kernel as its ELF file shows it: sections, symbols, functions by
   address, bytes.  Of 32 or 64 bits, of either byte order.  */

#ifndef KERNEL_IMAGE_H
#define KERNEL_IMAGE_H

#include <gelf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct symbol
{
  const char *name;
  GElf_Sym elf;
};

/* A function, for looking up what is at an address.  */
struct function
{
  uint64_t start, size;
  const char *name;
};

/* The assembler's mapping symbols say what follows: data ($d), instructions ($x),
   those of A32 ($a) or Thumb ($t).  x86-64 has none.  */
struct mapping
{
  uint64_t address;
  size_t number; /* In the symbol table.  */
  char kind;	 /* The letter.  */
};

struct image
{
  const char *path;
  Elf *elf;
  GElf_Ehdr header;
  struct symbol *symbols;
  size_t symbol_count;
  struct function *functions; /* By address, aliases left out.  */
  size_t function_count;
  struct mapping *mappings; /* By address.  */
  size_t mapping_count;
};

/* Ends the run with "kernel-elf: PATH: WHY".  */
_Noreturn void give_up (const struct image *image, const char *why);

/* Reads the ELF file PATH, a vmlinux or an object, into IMAGE; ends the run if
   it is none.  What IMAGE points to lives as long as the run.  */
void open_image (struct image *image, const char *path);

bool begins_with (const char *string, const char *prefix);

/* Whether SYMBOL is a function that is defined here.  */
bool is_function (const struct symbol *symbol);

/* Whether SYMBOL is x86-64's name of a preamble, __cfi_NAME.  */
bool is_preamble_symbol (const struct symbol *symbol);

/* Fills HEADER of the section NAME; false if there is none.  */
bool find_section (const struct image *image, const char *name,
		   GElf_Shdr *header);

/* SIZE bytes of section number INDEX from OFFSET; NULL if it has no such.  */
const unsigned char *in_section (const struct image *image, size_t index,
				 uint64_t offset, uint64_t size);

/* SIZE bytes of the linked image at ADDRESS; NULL if no section has them.  */
const unsigned char *at_address (const struct image *image, uint64_t address,
				 uint64_t size);

/* The bytes at SYMBOL: in an object its value is relative to its section.  */
const unsigned char *at_symbol (const struct image *image,
				const struct symbol *symbol, uint64_t size);

/* The number of the image's byte order at BYTES.  */
uint32_t read_32 (const struct image *image, const unsigned char *bytes);
uint16_t read_16 (const struct image *image, const unsigned char *bytes);

/* The name of the function at ADDRESS or the last one before, "?" if none.  */
const char *function_at (const struct image *image, uint64_t address);

/* The end of the last function that begins before ADDRESS, at most ADDRESS.  */
uint64_t function_end_before (const struct image *image, uint64_t address);

/* The index of the last mapping symbol at or before ADDRESS, or -1.  */
ptrdiff_t mapping_at (const struct image *image, uint64_t address);

/* Its kind, or 'x'.  */
char mapping_kind (const struct image *image, uint64_t address);

/* Bytes of all executable sections.  */
uint64_t executable_bytes (const struct image *image);

#endif
