/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The listing of print-ids.  print-ids.h gives the format.  */

#include "../plugin/gcc-compat.h"
#include "language.h"
#include "print-ids.h"
#include "../plugin/base/text.h"

static bool active;
static const char *output_name;
static struct kcfi_text lines;

void
kcfi_print_ids_start (const char *file_name)
{
  active = true;
  output_name = file_name;
}

/* FUNCTION as the listing calls it: by its name in the source, or by the mangled
   one, which says which of several it is.  */
static const char *
listed_name (tree function)
{
  if (!kcfi_unit_language ()->own_mangler)
    return IDENTIFIER_POINTER (DECL_NAME (function));
  const char *name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (function));
  return targetm.strip_name_encoding (name);
}

static void
add_line (const char *id, const char *string, tree function,
	  location_t location)
{
  expanded_location place = expand_location (location);
  kcfi_text_printf (&lines, "%s\t%s\t%s\t%s:%d\n", id, string,
		    listed_name (function), place.file ? place.file : "",
		    place.line);
}

void
kcfi_print_function (tree decl, const struct kcfi_prototype *prototype)
{
  if (!active || !DECL_NAME (decl))
    return;
  char id[16];
  snprintf (id, sizeof id, "0x%08x", prototype->id);
  add_line (id, prototype->string, decl, DECL_SOURCE_LOCATION (decl));
}

void
kcfi_print_call (gcall *call, tree function, kcfi_mark mark,
		 const struct kcfi_prototype *prototype)
{
  if (!active || !DECL_NAME (function))
    return;
  location_t location = gimple_location (call);
  if (!prototype)
    {
      add_line ("-", kcfi_reason_text (-mark), function, location);
      return;
    }
  char id[16];
  snprintf (id, sizeof id, "0x%08x", prototype->id);
  add_line (id, prototype->string, function, location);
}

void
kcfi_print_ids_finish (void)
{
  if (!active)
    return;
  FILE *file = output_name ? fopen (output_name, "a") : stderr;
  bool failed
      = !file
	|| (lines.length
	    && fwrite (lines.bytes, 1, lines.length, file) != lines.length)
	|| (output_name ? fclose (file) : fflush (file)) != 0;
  if (failed)
    error ("kcfi: cannot write %qs: %m", output_name ? output_name : "stderr");
  kcfi_text_free (&lines);
  active = false;
}
