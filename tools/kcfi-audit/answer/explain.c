/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit explain ID: from a type id to C.  */

#include "explain.h"

#include <stdlib.h>
#include <string.h>

#include "../dwarf/lines.h"
#include "explain-text.h"
#include "guess.h"

bool
audit_operand_id (const char *operand, uint32_t *id)
{
  size_t digits = strspn (operand + (operand[0] == '0'), "x") == 1
		      ? strspn (operand + 2, "0123456789abcdefABCDEF")
		      : 0;
  if (strncmp (operand, "0x", 2) != 0 || !digits || digits > 8
      || operand[2 + digits])
    return false;
  *id = (uint32_t) strtoul (operand, NULL, 16);
  return true;
}

static void
add_function (struct kcfi_text *out, const struct audit *audit,
	      const struct audit_member *member,
	      const struct audit_options *options)
{
  const struct audit_file *file = &audit->files[member->file];
  const struct audit_debug_function *debug
      = file->debug ? &file->debug->functions[member->number] : NULL;
  kcfi_text_add (out, "    ");
  audit_add_file (out, audit, file);
  audit_add_escaped_names (out, "%s",
			   debug && debug->declaration
			       ? debug->declaration
			       : file->elf.functions[member->number].name,
			   options);
  if (debug)
    audit_add_source (out, debug->file, debug->line);
  kcfi_text_add (out, "\n");
}

static void
add_site (struct kcfi_text *out, struct audit *audit,
	  const struct audit_member *member,
	  const struct audit_options *options)
{
  const struct audit_file *file = &audit->files[member->file];
  const struct audit_site *site = &file->sites[member->number];
  const char *source = NULL;
  int line = 0;
  struct kcfi_text place = { 0 };
  audit_print_place (&place, &file->elf, site->address);
  kcfi_text_add (out, "    ");
  audit_add_file (out, audit, file);
  audit_add_escaped_names (out, "%s", place.bytes, options);
  if (file->debug)
    audit_source_line (audit, file, site->address, &source, &line);
  audit_add_source (out, source, line);
  kcfi_text_add (out, "\n");
  kcfi_text_free (&place);
}

/* The prototypes of ID, or what it may be; false if nothing is known.  */

static bool
add_prototypes (struct kcfi_text *out, const struct audit *audit, uint32_t id)
{
  bool any = false;
  for (size_t i = 0; i < audit->prototypes_count; i++)
    if (audit->prototypes[i].id == id)
      {
	const struct audit_prototype *prototype = &audit->prototypes[i];
	if (prototype->declaration)
	  audit_add_escaped (out, "  prototype   %s\n", prototype->declaration);
	audit_add_escaped (out, "  hashed as   %s\n", prototype->string);
	any = true;
      }
  if (any)
    return true;
  if (audit_guess (out, "  prototype   perhaps ", id))
    {
      kcfi_text_add (out,
		     "              (simple prototypes were tried: no debug "
		     "information or listing has it)\n");
      return true;
    }
  kcfi_text_add (out, "  prototype   unknown: no debug information or listing"
		      " has it\n");
  return false;
}

/* The functions and calls of CLASS, one of IDS; NULL: there are none.  */

static void
add_members (struct kcfi_text *out, struct audit *audit,
	     const struct audit_ids *ids, const struct audit_class *class,
	     const struct audit_options *options)
{
  bool type = ids == &audit->ids;
  size_t functions = class ? class->functions_count : 0;
  size_t sites = class ? class->sites_count : 0;
  kcfi_text_printf (out, "  %s   %zu\n",
		    type ? "functions" : "virtual functions", functions);
  for (size_t i = 0; i < functions && i < options->limit; i++)
    add_function (out, audit, &ids->functions[class->functions + i], options);
  if (functions > options->limit)
    kcfi_text_printf (out, "    ... and %zu more\n",
		      functions - options->limit);
  kcfi_text_printf (out, "  %s   %zu\n",
		    type ? "calls    " : "virtual calls    ", sites);
  for (size_t i = 0; i < sites && i < options->limit; i++)
    add_site (out, audit, &ids->sites[class->sites + i], options);
  if (sites > options->limit)
    kcfi_text_printf (out, "    ... and %zu more\n", sites - options->limit);
}

bool
audit_explain_id (struct kcfi_text *out, struct audit *audit, uint32_t id,
		  const struct audit_options *options)
{
  const struct audit_class *class = audit_find_class (&audit->ids, id);
  const struct audit_class *virtual_class
      = audit_find_class (&audit->virtual_ids, id);
  kcfi_text_printf (out, "0x%08x\n", id);
  /* What is a virtual id only has no prototype.  */
  bool type = class || !virtual_class;
  bool known = type && add_prototypes (out, audit, id);
  if (type && (audit->files_count || audit->listing))
    add_members (out, audit, &audit->ids, class, options);
  if (virtual_class)
    add_members (out, audit, &audit->virtual_ids, virtual_class, options);
  kcfi_text_add (out, "\n");
  return class || virtual_class || known;
}
