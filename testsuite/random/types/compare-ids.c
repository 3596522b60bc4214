/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare-ids A.s B.s  compares the ids in two compilers' assembler files:

     __kcfi_typeid_NAME		of functions declared,
     __cfi_NAME: ... movl $ID	of preambles,
     movl $-ID, %r10d		of checks, by function and order (x86_64).

   Prints `NAME A B' for each difference (- for none), and as last line
   `COUNT compared, COUNT different'.  Exit status 0 if there is none and at
   least one id, 1 otherwise, 2 for a usage error.  */

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct id
{
  char *name;
  uint32_t value;
};

struct ids
{
  struct id *list;
  size_t count;
  size_t room;
};

static void *
needed (void *memory)
{
  if (!memory)
    {
      fputs ("compare-ids: out of memory\n", stderr);
      exit (2);
    }
  return memory;
}

/* Add an id called PREFIX NAME SUFFIX.  */
static void
add (struct ids *ids, const char *prefix, const char *name, size_t length,
     unsigned number, uint32_t value)
{
  if (ids->count == ids->room)
    {
      ids->room = 2 * ids->room + 64;
      ids->list = needed (realloc (ids->list, ids->room * sizeof ids->list[0]));
    }
  size_t size = strlen (prefix) + length + 24;
  char *text = needed (malloc (size));
  if (number)
    snprintf (text, size, "%s%.*s#%u", prefix, (int) length, name, number);
  else
    snprintf (text, size, "%s%.*s", prefix, (int) length, name);
  ids->list[ids->count].name = text;
  ids->list[ids->count++].value = value;
}

static size_t
symbol_length (const char *text)
{
  size_t length = 0;
  while (isalnum ((unsigned char) text[length]) || text[length] == '_'
	 || text[length] == '.' || text[length] == '$')
    length++;
  return length;
}

/* Where in the file the reader is.  */
struct place
{
  char function[512];	/* the function whose code this is, or "" */
  unsigned checks;	/* in it so far */
  bool preamble;	/* behind a label __cfi_ */
  char scratch[6];	/* register of the `movl' in the line before, or "" */
  uint32_t moved;	/* what it moved */
};

/* A line `NAME:'.  */
static void
read_label (struct place *place, const char *name, size_t length)
{
  if (name[0] == '.' || length >= sizeof place->function)
    return;
  place->preamble = strncmp (name, "__cfi_", 6) == 0;
  if (place->preamble)
    {
      name += 6;
      length -= 6;
    }
  memcpy (place->function, name, length);
  place->function[length] = '\0';
  place->checks = 0;
}

/* `movl $NUMBER, %REGISTER': the number in *VALUE and the register.  */
static const char *
moved_constant (const char *line, uint32_t *value)
{
  if (strncmp (line, "movl", 4) != 0)
    return NULL;
  line += 4 + strspn (line + 4, " \t");
  if (*line != '$')
    return NULL;
  char *end;
  *value = (uint32_t) strtoll (line + 1, &end, 0);
  return *end == ',' ? end + 1 + strspn (end + 1, " \t") : NULL;
}

/* The instruction WORD: a preamble's, or a check's two.  */
static void
read_instruction (struct ids *ids, struct place *place, const char *word)
{
  bool adds = strncmp (word, "addl", 4) == 0 && place->scratch[0]
	      && strstr (word, place->scratch);
  if (adds)
    add (ids, "check ", place->function, strlen (place->function),
	 ++place->checks, -place->moved);
  place->scratch[0] = '\0';
  uint32_t value;
  const char *reg = moved_constant (word, &value);
  if (!reg)
    return;
  if (place->preamble && strncmp (reg, "%eax", 4) == 0)
    {
      add (ids, "preamble ", place->function, strlen (place->function), 0,
	   value);
      place->preamble = false;
    }
  else if (strncmp (reg, "%r10d", 5) == 0 || strncmp (reg, "%r11d", 5) == 0)
    {
      memcpy (place->scratch, reg, 5);
      place->scratch[5] = '\0';
      place->moved = value;
    }
}

static void
read_line (struct ids *ids, struct place *place, const char *line)
{
  size_t blank = strspn (line, " \t");
  const char *word = line + blank;
  if (strncmp (word, ".set", 4) == 0)
    word += 4 + strspn (word + 4, " \t");
  size_t length = symbol_length (word);
  const char *behind = word + length + strspn (word + length, " \t");
  if (strncmp (word, "__kcfi_typeid_", 14) == 0
      && (*behind == ',' || *behind == '='))
    {
      add (ids, "", word, length, 0,
	   (uint32_t) strtoll (behind + 1, NULL, 0));
      return;
    }
  if (blank == 0 && length && *behind == ':')
    {
      read_label (place, word, length);
      return;
    }
  if (!place->function[0])
    return;
  read_instruction (ids, place, word);
}

static void
read_file (struct ids *ids, const char *name)
{
  static char line[65536];
  struct place place = { .checks = 0 };
  FILE *file = fopen (name, "r");
  if (!file)
    {
      perror (name);
      exit (2);
    }
  while (fgets (line, sizeof line, file))
    read_line (ids, &place, line);
  fclose (file);
}

static int
by_name (const void *a, const void *b)
{
  return strcmp (((const struct id *) a)->name, ((const struct id *) b)->name);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    {
      fputs ("usage: compare-ids A.s B.s\n", stderr);
      return 2;
    }
  struct ids ids[2] = { { 0 }, { 0 } };
  for (int i = 0; i < 2; i++)
    {
      read_file (&ids[i], argv[i + 1]);
      if (ids[i].count)
	qsort (ids[i].list, ids[i].count, sizeof ids[i].list[0], by_name);
    }
  size_t a = 0, b = 0, compared = 0, different = 0;
  while (a < ids[0].count || b < ids[1].count)
    {
      const struct id *first = a < ids[0].count ? &ids[0].list[a] : NULL;
      const struct id *second = b < ids[1].count ? &ids[1].list[b] : NULL;
      int order = !first ? 1 : !second ? -1 : strcmp (first->name, second->name);
      compared++;
      if (order == 0 && first->value == second->value)
	{
	  a++, b++;
	  continue;
	}
      different++;
      printf ("%s ", order <= 0 ? first->name : second->name);
      if (order <= 0)
	printf ("%08x ", ids[0].list[a++].value);
      else
	printf ("- ");
      if (order >= 0)
	printf ("%08x\n", ids[1].list[b++].value);
      else
	puts ("-");
    }
  printf ("%zu compared, %zu different\n", compared, different);
  return compared == 0 || different != 0;
}
