/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiler itself reads the prototype, so that all of its language, headers and
   settings count.  It compiles, from standard input,

     typedef __typeof__ (PROTOTYPE) kcfi_type;
     extern kcfi_type kcfi_prototype;
     kcfi_type *kcfi_pointer = &kcfi_prototype;

   (in C++ as extern "C", so that the name is as it stands) with print-ids, which has
   a line for each function whose address is taken:

     0x89fb613d	_ZTSFiPvE	kcfi_prototype	prototype:3  */

#define _POSIX_C_SOURCE 200809L

#include "prototype-id.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "compiler.h"

/* A newline in PROTOTYPE would not hurt: messages name its own lines.  */
static void
write_source (FILE *file, const char *prototype, bool cxx)
{
  const char *open = cxx ? "extern \"C\" {\n" : "";
  const char *close = cxx ? "}\n" : "";
  fprintf (file,
	   "# 1 \"prototype\"\n"
	   "typedef __typeof__ (%s\n) kcfi_type;\n"
	   "%sextern kcfi_type kcfi_prototype;\n"
	   "kcfi_type *kcfi_pointer = &kcfi_prototype;\n%s",
	   prototype, open, close);
}

/* The line of LISTING about our function without what follows its string; NULL if
   there is none.  */
static char *
find_line (const char *listing)
{
  static const char name[] = "\tkcfi_prototype\t";
  for (const char *line = listing; *line != '\0';)
    {
      const char *end = line + strcspn (line, "\n");
      const char *string = memchr (line, '\t', (size_t) (end - line));
      const char *behind = string != NULL ? strchr (string + 1, '\t') : NULL;
      if (strncmp (line, "0x", 2) == 0 && behind != NULL && behind < end
	  && strncmp (behind, name, sizeof name - 1) == 0)
	{
	  struct kcfi_text text = { 0 };
	  kcfi_text_add_bytes (&text, line, (size_t) (behind - line));
	  kcfi_text_add (&text, "\n");
	  return kcfi_text_take (&text);
	}
      line = *end != '\0' ? end + 1 : end;
    }
  return NULL;
}

char *
kcfi_prototype_id (struct kcfi_strings *command, const char *prototype,
		   bool cxx, char **error)
{
  const char *const words[] = { "-fplugin-arg-kcfi-print-ids=/dev/stdout",
				"-fno-lto",
				"-w",
				"-Wfatal-errors",
				"-S",
				"-o",
				"/dev/null",
				"-x",
				cxx ? "c++" : "c",
				"-" };
  struct kcfi_text problem = { 0 };
  *error = NULL;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    kcfi_strings_add_copy (command, words[i]);
  FILE *file = tmpfile ();
  if (file != NULL)
    {
      write_source (file, prototype, cxx);
      rewind (file);
    }
  if (file == NULL || ferror (file))
    {
      kcfi_text_printf (&problem, "cannot write a temporary file: %s",
			strerror (errno));
      *error = kcfi_text_take (&problem);
      if (file != NULL)
	fclose (file);
      return NULL;
    }
  bool failed = false;
  char *listing
      = kcfi_command_output (command->items, fileno (file), &failed, error);
  fclose (file);
  char *line = listing != NULL && !failed ? find_line (listing) : NULL;
  if (listing != NULL && !failed && line == NULL)
    {
      kcfi_text_printf (&problem, "'%s' is not the prototype of a function",
			prototype);
      *error = kcfi_text_take (&problem);
    }
  free (listing);
  return line;
}
