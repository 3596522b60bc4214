/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as GCC will see it, and the one that GCC is given.  */

#include "command-line.h"

#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "response-file.h"

/* How many "@FILE" a command line may have, files in files included, so that
   one that names itself comes to an end: the limit of GCC's expandargv.  */
enum
{
  RESPONSE_FILE_LIMIT = 2000
};

static void
add_word (struct kcfi_command_line *line, const char *text, size_t source)
{
  if (line->count == line->capacity)
    {
      line->capacity = line->capacity == 0 ? 64 : 2 * line->capacity;
      line->words
	  = kcfi_reallocate (line->words, line->capacity * sizeof *line->words);
    }
  line->words[line->count++]
      = (struct kcfi_word){ .text = kcfi_duplicate (text), .source = source };
}

/* Add TEXT of argv[SOURCE], or the words of its file if it is a response file
   that can be read.  False if LIMIT, the number of those left, is used up.  */
static bool
expand_word (struct kcfi_command_line *line, const char *text, size_t source,
	     unsigned *limit)
{
  if (text[0] == '@')
    {
      if (*limit == 0)
	return false;
      (*limit)--;
    }
  struct kcfi_strings words = { 0 };
  bool ok = true;
  if (text[0] == '@' && kcfi_response_read (&words, text + 1))
    for (size_t i = 0; ok && i < words.count; i++)
      ok = expand_word (line, words.items[i], source, limit);
  else
    add_word (line, text, source);
  kcfi_strings_free (&words);
  return ok;
}

char *
kcfi_command_line_read (struct kcfi_command_line *line, char **argv)
{
  unsigned limit = RESPONSE_FILE_LIMIT;
  line->argv = argv;
  if (argv[0] == NULL)
    return NULL;
  for (size_t i = 1; argv[i] != NULL; i++)
    if (!expand_word (line, argv[i], i, &limit))
      return kcfi_duplicate ("too many @-files encountered");
  return NULL;
}

void
kcfi_command_line_replace (struct kcfi_command_line *line, size_t index,
			   char *text)
{
  free (line->words[index].text);
  line->words[index].text = text;
  line->words[index].changed = true;
}

void
kcfi_command_line_drop (struct kcfi_command_line *line, size_t index)
{
  line->words[index].changed = true;
  line->words[index].dropped = true;
}

void
kcfi_command_line_write (const struct kcfi_command_line *line,
			 struct kcfi_strings *arguments)
{
  size_t first = 0;
  if (line->argv[0] == NULL)
    return;
  for (size_t source = 1; line->argv[source] != NULL; source++)
    {
      /* The words of one source stand together, in order.  */
      size_t end = first;
      bool changed = false;
      for (; end < line->count && line->words[end].source == source; end++)
	changed |= line->words[end].changed;

      if (!changed)
	kcfi_strings_add_copy (arguments, line->argv[source]);
      else
	for (size_t i = first; i < end; i++)
	  if (!line->words[i].dropped)
	    kcfi_strings_add_copy (arguments, line->words[i].text);
      first = end;
    }
}

void
kcfi_command_line_free (struct kcfi_command_line *line)
{
  for (size_t i = 0; i < line->count; i++)
    free (line->words[i].text);
  free (line->words);
  memset (line, 0, sizeof *line);
}
