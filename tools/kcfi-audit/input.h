/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening what the user names: ELF files, archives of them, listings.  */

#ifndef AUDIT_INPUT_H
#define AUDIT_INPUT_H

#include "kcfi-audit.h"
#include "model/audit.h"

/* Files that are open as long as an audit of them.  */
struct audit_input
{
  struct audit_open
  {
    Elf *elf;	    /* Or NULL.  */
    int descriptor; /* Or -1.  */
    void *bytes;    /* What ELF reads from instead of a file, or NULL.  */
  } * open;
  size_t open_count, open_capacity;
  enum kcfi_audit_depth depth;
};

/* Add the file PATH to AUDIT: an ELF file, which may be compressed or in a bootable
   kernel image, all objects of an archive, a listing, or all modules of a kernel in a
   folder.  Returns NULL, or an error that the caller frees.  Close INPUT after
   AUDIT is freed.  */
char *audit_open_path (struct audit_input *input, struct audit *audit,
		       const char *path);

/* The same with a copy of the SIZE bytes at BYTES, under NAME.  */
char *audit_open_bytes (struct audit_input *input, struct audit *audit,
			const char *name, const void *bytes, size_t size);

void audit_close_input (struct audit_input *input);

#endif
