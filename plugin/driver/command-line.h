/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as GCC will see it, and the one that GCC is given.

   Words that come from a response file are looked at like all others.  A
   response file none of whose words changes is passed on as "@FILE"; of one
   with a change the words are passed on instead.  */

#ifndef KCFI_DRIVER_COMMAND_LINE_H
#define KCFI_DRIVER_COMMAND_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "../base/string-list.h"

struct kcfi_word
{
  char *text;
  size_t source; /* Index in argv of the word or its file.  */
  bool changed;	 /* TEXT is not what stood there ...  */
  bool dropped;	 /* ... or it is not passed on at all.  */
};

/* Start from a zeroed struct.  */
struct kcfi_command_line
{
  char **argv;		   /* Borrowed; NULL at the end.  */
  struct kcfi_word *words; /* Without argv[0].  */
  size_t count;
  size_t capacity;
};

/* Read ARGV, which must outlive LINE.  Returns NULL, or the text of an error,
   which the caller frees.  */
char *kcfi_command_line_read (struct kcfi_command_line *line, char **argv);

/* Pass word INDEX on as TEXT, which LINE owns from now on.  */
void kcfi_command_line_replace (struct kcfi_command_line *line, size_t index,
				char *text);

/* Do not pass word INDEX on.  */
void kcfi_command_line_drop (struct kcfi_command_line *line, size_t index);

/* Append what is to be passed on to ARGUMENTS.  */
void kcfi_command_line_write (const struct kcfi_command_line *line,
			      struct kcfi_strings *arguments);

void kcfi_command_line_free (struct kcfi_command_line *line);

#endif
