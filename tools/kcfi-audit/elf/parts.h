/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of reading an ELF file, for elf-file.c only.  */

#ifndef AUDIT_ELF_PARTS_H
#define AUDIT_ELF_PARTS_H

#include "elf-file.h"

/* The text of an error about FILE, which the caller frees.  */
char *audit_elf_complain (const struct audit_elf *file, const char *format, ...)
    __attribute__ ((format (printf, 2, 3)));

/* Read the sections of FILE, whose header is read, then the relocations of its
   loaded sections.  Each returns NULL, or the text of an error that the caller
   frees.  */
char *audit_elf_read_sections (struct audit_elf *file);
char *audit_elf_read_relocations (struct audit_elf *file);

#endif
