/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Response files, read by the rules of expandargv and buildargv in GCC's
   libiberty/argv.c, since it is GCC that reads those which are passed on.  */

#define _POSIX_C_SOURCE 200809L

#include "response-file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/text.h"

/* ISSPACE of libiberty, which does not depend on the locale.  */
static bool
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Append the word that starts at CONTENTS to WORD; return what follows it.  */
static const char *
read_word (struct kcfi_text *word, const char *contents)
{
  char quote = '\0';
  bool escaped = false;
  for (; *contents != '\0'; contents++)
    {
      char c = *contents;
      if (escaped)
	escaped = false;
      else if (is_space (c) && quote == '\0')
	break;
      else if (c == '\\')
	{
	  escaped = true;
	  continue;
	}
      else if (c == quote)
	{
	  quote = '\0';
	  continue;
	}
      else if (quote == '\0' && (c == '\'' || c == '"'))
	{
	  quote = c;
	  continue;
	}
      kcfi_text_add_bytes (word, &c, 1);
    }
  return contents;
}

void
kcfi_response_split (struct kcfi_strings *words, const char *contents)
{
  for (;;)
    {
      while (is_space (*contents))
	contents++;
      if (*contents == '\0')
	return;
      struct kcfi_text word = { 0 };
      contents = read_word (&word, contents);
      kcfi_strings_add (words, kcfi_text_take (&word));
    }
}

void
kcfi_response_add_word (struct kcfi_text *contents, const char *word)
{
  if (*word == '\0')
    kcfi_text_add (contents, "''");
  for (; *word != '\0'; word++)
    {
      if (is_space (*word) || *word == '\\' || *word == '\'' || *word == '"')
	kcfi_text_add (contents, "\\");
      kcfi_text_add_bytes (contents, word, 1);
    }
  kcfi_text_add (contents, "\n");
}

bool
kcfi_response_read (struct kcfi_strings *words, const char *path)
{
  /* A pipe can be read only once, and that is GCC's to do.  */
  struct stat status;
  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return false;
  FILE *file = fopen (path, "r");
  if (file == NULL)
    return false;

  struct kcfi_text contents = { 0 };
  char block[4096];
  size_t got;
  while ((got = fread (block, 1, sizeof block, file)) > 0)
    kcfi_text_add_bytes (&contents, block, got);
  bool complete = !ferror (file);
  fclose (file);

  if (complete && contents.bytes != NULL)
    kcfi_response_split (words, contents.bytes);
  kcfi_text_free (&contents);
  return complete;
}
