/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parses a file with Expat, with callbacks for elements and text, and prints what
   they counted.

     expat FILE TIMES  */

#include <stdio.h>
#include <stdlib.h>

#include "expat.h"

struct counts
{
  unsigned long elements;
  unsigned long depth;
  unsigned long bytes;
};

static void XMLCALL
start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  struct counts *counts = data;
  counts->elements++;
  counts->depth++;
  counts->bytes += (unsigned char) name[0];
  for (; attributes[0]; attributes += 2)
    counts->bytes += (unsigned char) attributes[1][0];
}

static void XMLCALL
end_element (void *data, const XML_Char *name)
{
  struct counts *counts = data;
  (void) name;
  counts->depth--;
}

static void XMLCALL
add_text (void *data, const XML_Char *text, int length)
{
  struct counts *counts = data;
  (void) text;
  counts->bytes += (unsigned) length;
}

/* All of FILE, its length in *LENGTH, or NULL.  */
static char *
read_file (const char *name, int *length)
{
  FILE *file = fopen (name, "rb");
  if (!file || fseek (file, 0, SEEK_END) != 0)
    return NULL;
  long size = ftell (file);
  char *bytes = size > 0 ? malloc ((size_t) size) : NULL;
  rewind (file);
  if (bytes && fread (bytes, 1, (size_t) size, file) != (size_t) size)
    return NULL;
  fclose (file);
  *length = (int) size;
  return bytes;
}

int
main (int argc, char **argv)
{
  int length = 0;
  char *bytes = argc == 3 ? read_file (argv[1], &length) : NULL;
  if (!bytes)
    {
      fputs ("usage: expat FILE TIMES\n", stderr);
      return 2;
    }
  struct counts counts = { 0 };
  for (int times = atoi (argv[2]); times > 0; times--)
    {
      XML_Parser parser = XML_ParserCreate (NULL);
      XML_SetUserData (parser, &counts);
      XML_SetElementHandler (parser, start_element, end_element);
      XML_SetCharacterDataHandler (parser, add_text);
      if (XML_Parse (parser, bytes, length, 1) != XML_STATUS_OK)
	return 1;
      XML_ParserFree (parser);
    }
  printf ("%lu %lu %lu\n", counts.elements, counts.depth, counts.bytes);
  return 0;
}
