/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof: ids from debug information against ids in the bytes, and what to
   make of a difference where DWARF does not say all that is hashed.  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "debug-reader.h"
#include "../scan/scan.h"

enum
{
  MAX_NUMBER = 2000 /* Of unnamed tags tried.  */
};

/* The number of an unnamed tag at AT, "3$_0" or "4$_10": the end of its name,
   or NULL if there is none.  */

static const char *
numbered_name (const char *at)
{
  char *end;
  unsigned long length = strtoul (at, &end, 10);
  if (end == at || strncmp (end, "$_", 2) != 0 || length > 8
      || strspn (end + 2, "0123456789") != length - 2)
    return NULL;
  return end + length;
}

/* True if STRING with its only unnamed tag under another number has ID.  The
   number says in which order the compiler met the tags, which DWARF does not
   tell.  */

static bool
other_number_p (const struct audit_debug_reader *reader, const char *string,
		uint32_t id)
{
  const struct audit_file *file = reader->file;
  const char *dollar = strstr (string, "$_");
  const char *at = dollar;
  while (at && at > string && at[-1] >= '0' && at[-1] <= '9')
    at--;
  const char *end = at ? numbered_name (at) : NULL;
  if (!end || strstr (end, "$_"))
    return false;
  for (unsigned number = 0; number < MAX_NUMBER; number++)
    {
      char name[16];
      snprintf (name, sizeof name, "$_%u", number);
      struct kcfi_text text = { 0 };
      kcfi_text_add_bytes (&text, string, (size_t) (at - string));
      kcfi_text_printf (&text, "%zu%s%s", strlen (name), name, end);
      uint32_t other = kcfi_type_id (text.bytes, file->settings.id.hash);
      kcfi_text_free (&text);
      if (audit_machine_id (file, other) == id)
	return true;
    }
  return false;
}

/* True if ID comes out under one of the assumptions about what DWARF leaves
   out.  */

static bool
assumed_p (struct audit_debug_reader *reader, Dwarf_Die *die, uint32_t id)
{
  const struct audit_file *file = reader->file;
  for (unsigned variant = 1; variant < 6; variant++)
    {
      struct audit_assumptions assumptions
	  = { .transparent_unions = variant & 1, .local_tags = variant >> 1 };
      kcfi_type_model *model;
      const kcfi_type *type = audit_assume_function_type (reader->types, die,
							  &assumptions, &model);
      bool equal = false;
      if (type)
	{
	  char *string
	      = kcfi_type_string (model, type, NULL, &file->settings.id);
	  equal = audit_machine_id (
		      file, kcfi_type_id (string, file->settings.id.hash))
		  == id;
	  free (string);
	}
      kcfi_type_model_free (model);
      if (equal)
	return true;
    }
  return false;
}

void
audit_compare_id (struct audit_debug_reader *reader, Dwarf_Die *die,
		  const struct audit_function *function,
		  const struct audit_preamble *preamble, const char *string,
		  bool numbered)
{
  struct audit_file *file = reader->file;
  uint32_t id = kcfi_type_id (string, file->settings.id.hash);
  if (audit_machine_id (file, id) == preamble->id)
    file->proof.equal++;
  else if (numbered && other_number_p (reader, string, preamble->id))
    file->proof.numbered++;
  else if (assumed_p (reader, die, preamble->id))
    file->proof.assumed++;
  else if (numbered)
    file->proof.undecided++;
  else
    {
      file->proof.different++;
      audit_add_finding (file, AUDIT_PROBLEM_PROOF,
			 "%s has the id 0x%08x, but debug information gives "
			 "0x%08x (%s)",
			 function->name, preamble->id, id, string);
      audit_place_function (file, audit_function_number (file, function));
    }
}
