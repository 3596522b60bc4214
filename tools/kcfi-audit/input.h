/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening what the user names: ELF files, archives of them, listings.  */

#ifndef AUDIT_INPUT_H
#define AUDIT_INPUT_H

#include <stdio.h>

#include "judge/pipeline.h"

/* Files that are open as long as an audit of them.  */
struct audit_input
{
  struct audit_open
  {
    Elf *elf;
    int descriptor;
  } * open;
  size_t open_count, open_capacity;
  enum audit_debug_depth depth;
};

/* Add PATH to AUDIT: an ELF file, all objects of an archive, or a listing.
   Returns NULL, or an error that the caller frees.  Close INPUT after AUDIT is
   freed.  */
char *audit_open_path (struct audit_input *input, struct audit *audit,
		       const char *path);
void audit_close_input (struct audit_input *input);

/* Add ELF, or the members of the archive that it is, under NAME.  */
char *audit_add_elf (struct audit_input *input, struct audit *audit, Elf *elf,
		     const char *name);

/* All of the stream FILE, NUL-terminated; *SIZE without the NUL.  NULL if it
   cannot be read.  */
char *audit_read_stream (FILE *file, size_t *size);

#endif
