/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the place of a site to its reason, and from reasons to findings.  */

#include "sites.h"

#include <elf.h>
#include <string.h>

#include "../base/array.h"
#include "../model/listing.h"
#include "../scan/patched.h"
#include "../scan/scan.h"

/* True if an unused check of SITE's register stands before it in FUNCTION.  */

static bool
separated_check_p (const struct audit_file *file,
		   const struct audit_function *function,
		   const struct audit_site *site)
{
  size_t at;
  AUDIT_SEARCH (at, file->checks_count,
		file->checks[at].address < site->address);
  return at && !file->checks[at - 1].used
	 && file->checks[at - 1].address >= function->address
	 && file->checks[at - 1].target == site->target;
}

/* True if FUNCTION has a mangled name of C++.  */

static bool
cxx_function_p (const struct audit_function *function)
{
  return !strncmp (function->name, "_Z", 2);
}

static void
judge_site (struct audit_file *file, struct audit_site *site)
{
  if (site->reason != AUDIT_UNKNOWN)
    return;
  const struct audit_section *section
      = audit_section_at (&file->elf, site->address, 1);
  const struct audit_function *function
      = audit_function_at (&file->elf, site->address);
  if (section
      && (!strncmp (section->name, ".plt", 4)
	  || !strncmp (section->name, ".iplt", 5)))
    site->reason = AUDIT_PLT;
  else if (audit_patched_p (file, site->address)
	   || (section && !strcmp (section->name, ".altinstr_replacement")))
    site->reason = AUDIT_PATCHED;
  else if (!function)
    site->reason = AUDIT_OUTSIDE;
  else if (separated_check_p (file, function, site))
    site->reason = AUDIT_SEPARATED;
  else if (function->binding != STB_LOCAL
	   && !file->preambles[audit_function_number (file, function)].present)
    site->reason = AUDIT_NO_KCFI;
  else if (site->loads_slot && cxx_function_p (function))
    site->reason = AUDIT_VIRTUAL;
  else if ((file->elf.machine == EM_X86_64 || file->elf.machine == EM_386)
	   && site->target == AUDIT_NO_REGISTER)
    site->reason = AUDIT_MEMORY;
}

void
audit_judge_sites (struct audit_file *file)
{
  for (size_t i = 0; i < file->sites_count; i++)
    judge_site (file, &file->sites[i]);
}

/* True if the lines of LIST have NAME, as their first word; `#' starts a
   comment.  */

static bool
listed_p (const char *list, const char *name)
{
  size_t length = strlen (name);
  for (const char *line = list; line && *line;)
    {
      if (!strncmp (line, name, length)
	  && (!line[length] || strchr (" \t\r\n#", line[length])))
	return true;
      line = strchr (line, '\n');
      line += line != NULL;
    }
  return false;
}

void
audit_judge_by_lists (const struct audit *audit, struct audit_file *file,
		      const char *known)
{
  for (size_t i = 0; i < file->sites_count; i++)
    {
      struct audit_site *site = &file->sites[i];
      const struct audit_function *function
	  = audit_unexcused_p (site)
		? audit_function_at (&file->elf, site->address)
		: NULL;
      if (!function)
	continue;
      const char *reason = audit->listing ? audit_listed_reason (
			       audit->listing, function->name, site->line)
					  : NULL;
      if (reason)
	{
	  site->reason = AUDIT_LISTED;
	  site->listed = reason;
	}
      site->known = known && listed_p (known, function->name);
    }
}

/* The checks whose call is not where it belongs.  */

static void
report_separated_checks (struct audit_file *file)
{
  for (size_t i = 0; i < file->checks_count; i++)
    {
      const struct audit_check *check = &file->checks[i];
      if (check->used)
	continue;
      struct kcfi_text text = { 0 };
      audit_print_place (&text, &file->elf, check->address);
      audit_add_finding (file, AUDIT_PROBLEM_SEPARATED,
			 "the check at %s is not directly followed by a call "
			 "through %s",
			 text.bytes,
			 file->machine->register_names[check->target]);
      audit_place_finding (file, check->address, NULL, 0);
      kcfi_text_free (&text);
    }
}

static void
report_unchecked_site (struct audit_file *file, const struct audit_site *site)
{
  struct kcfi_text text = { 0 };
  audit_print_place (&text, &file->elf, site->address);
  if (site->source)
    kcfi_text_printf (&text, " (%s:%d)", site->source, site->line);
  audit_add_finding (file, AUDIT_PROBLEM_UNCHECKED, "%s at %s: %s",
		     site->kind == AUDIT_CALL ? "call" : "jump", text.bytes,
		     audit_reason_text (site));
  audit_place_finding (file, site->address, site->source, site->line);
  kcfi_text_free (&text);
}

/* True if FUNCTION is nothing that is called through a pointer to a function of
   C: the second part of one, or Linux's trampoline of a static call.  */

static bool
part_p (const struct audit_function *function)
{
  return strstr (function->name, ".cold")
	 || !strncmp (function->name, "__SCT__", 7);
}

void
audit_report_sites (struct audit_file *file)
{
  for (size_t i = 0; i < file->sites_count; i++)
    if (audit_unexcused_p (&file->sites[i]) && !file->sites[i].known)
      report_unchecked_site (file, &file->sites[i]);
  report_separated_checks (file);
  for (size_t i = 0; i < file->elf.functions_count; i++)
    if (file->preambles[i].taken && !file->preambles[i].present
	&& !part_p (&file->elf.functions[i]))
      {
	audit_add_finding (file, AUDIT_PROBLEM_TAKEN,
			   "the address of %s is taken, but it has no preamble",
			   file->elf.functions[i].name);
	audit_place_function (file, i);
      }
}
