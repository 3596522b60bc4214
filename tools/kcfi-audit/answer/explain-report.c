/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit explain < LOG: from a CFI report of Linux to C.  */

#include "explain.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cfi-report.h"
#include "../dwarf/objects.h"
#include "../dwarf/lines.h"
#include "../scan/scan.h"
#include "explain-text.h"
#include "explain-virtual.h"
#include "register-dump.h"

/* The file of MODULE (NULL: the kernel): its name without folder and suffix is
   the module's, with _ for -.  */

static bool
module_p (const struct audit_file *file, const char *module)
{
  const char *slash = strrchr (file->elf.name, '/');
  const char *name = slash ? slash + 1 : file->elf.name;
  size_t length = strlen (module);
  if (strlen (name) < length)
    return false;
  for (size_t i = 0; i < length; i++)
    if (name[i] != module[i] && !(name[i] == '-' && module[i] == '_'))
      return false;
  return !name[length] || name[length] == '.';
}

/* The function that PLACE names.  Of several static ones of a name the one that
   is long enough for the offset; a module's in its file.  */

static const struct audit_function *
find_function (const struct audit *audit, const struct audit_place *place,
	       const struct audit_file **file)
{
  for (size_t f = 0; f < audit->files_count; f++)
    {
      *file = &audit->files[f];
      if (place->module && !module_p (*file, place->module))
	continue;
      for (size_t i = 0; i < (*file)->elf.functions_count; i++)
	{
	  const struct audit_function *function = &(*file)->elf.functions[i];
	  uint64_t offset = place->symbol ? place->offset
					  : place->offset - function->address;
	  if (offset < function->end - function->address
	      && (!place->symbol || !strcmp (function->name, place->symbol)))
	    return function;
	}
    }
  return NULL;
}

static void
add_place (struct kcfi_text *out, const struct audit_place *place,
	   const struct audit_options *options)
{
  if (place->symbol)
    audit_add_escaped_names (out, "%s", place->symbol, options);
  if (place->offset || !place->symbol)
    kcfi_text_printf (out, "%s0x%" PRIx64, place->symbol ? "+" : "",
		      place->offset);
  if (place->module)
    audit_add_escaped (out, " [%s]", place->module);
}

/* The next line of *PARTS, "MANGLED<TAB>DECLARATION"; false at the end.  */

struct part
{
  const char *mangled;
  size_t mangled_length;
  const char *declaration;
  size_t declaration_length;
};

static bool
next_part (const char **parts, struct part *part)
{
  const char *line = *parts;
  const char *tab = strchr (line, '\t');
  const char *end = tab ? strchr (tab, '\n') : NULL;
  *part = (struct part){ 0 };
  if (!end)
    return false;
  *part = (struct part){ line, (size_t) (tab - line), tab + 1,
			 (size_t) (end - tab - 1) };
  *parts = end + 1;
  return true;
}

/* Line by line, the parts of what was EXPECTED and of what was FOUND, and a
   mark where they differ as they are hashed.  */

static void
add_comparison (struct kcfi_text *out, const char *expected, const char *found)
{
  enum
  {
    WIDTH = 34
  };
  kcfi_text_printf (out, "    %-14s%-*s%s\n", "", WIDTH, "call expects",
		    "function has");
  for (unsigned number = 0;; number++)
    {
      struct part first, second;
      bool has_first = next_part (&expected, &first);
      bool has_second = next_part (&found, &second);
      if (!has_first && !has_second)
	break;
      bool same
	  = has_first && has_second
	    && first.mangled_length == second.mangled_length
	    && !memcmp (first.mangled, second.mangled, first.mangled_length);
      char name[32];
      snprintf (name, sizeof name, number ? "parameter %u" : "result", number);
      int pad = (int) first.declaration_length < WIDTH
		    ? WIDTH - (int) first.declaration_length
		    : 1;
      kcfi_text_printf (out, "  %s %-14s%.*s%*s%.*s\n", same ? " " : "*", name,
			(int) first.declaration_length,
			has_first ? first.declaration : "", pad, "",
			(int) second.declaration_length,
			has_second ? second.declaration : "");
    }
}

/* Where the address of FUNCTION gets into a pointer: one of these places has
   the wrong type.  */

static void
add_references (struct kcfi_text *out, struct audit *audit,
		const struct audit_file *file,
		const struct audit_function *function,
		const struct audit_options *options)
{
  size_t number = audit_function_number (file, function), count = 0;
  for (size_t i = 0; i < file->references_count; i++)
    {
      const struct audit_reference *reference = &file->references[i];
      if (reference->function != number)
	continue;
      if (count++ == options->limit)
	{
	  kcfi_text_add (out, "    ...\n");
	  return;
	}
      if (count == 1)
	kcfi_text_add (out, "  likely cause: a cast or assignment where the "
			    "function's address is taken\n");
      struct kcfi_text place = { 0 };
      const char *source = NULL;
      int line = 0;
      if (!audit_print_object (audit, file, reference->place, &place, &source,
			       &line))
	{
	  audit_print_place (&place, &file->elf, reference->place);
	  if (file->debug)
	    audit_source_line (audit, file, reference->place, &source, &line);
	}
      kcfi_text_add (out, "    ");
      audit_add_file (out, audit, file);
      audit_add_escaped_names (out, "%s", place.bytes, options);
      audit_add_source (out, source, line);
      kcfi_text_add (out, "\n");
      kcfi_text_free (&place);
    }
  if (!count)
    kcfi_text_add (out, "  likely cause: unknown, the files do not show where "
			"its address is taken\n");
}

/* The check of FILE that traps at ADDRESS, or NULL.  */

static const struct audit_check *
find_check (const struct audit_file *file, uint64_t address)
{
  for (size_t i = 0; i < file->checks_count; i++)
    if (file->checks[i].trap == address)
      return &file->checks[i];
  return NULL;
}

static void
add_expectation (struct kcfi_text *out, const struct audit *audit, uint32_t id)
{
  const struct audit_prototype *expected = audit_find_prototype (audit, id);
  kcfi_text_printf (out, "  call expects  0x%08x  ", id);
  audit_add_escaped (out, "%s\n",
		     expected && expected->declaration ? expected->declaration
		     : expected			       ? expected->string
						       : "?");
}

/* The check that failed, as the files have it, or NULL.  */

static const struct audit_check *
reported_check (const struct audit *audit,
		const struct audit_cfi_report *report)
{
  const struct audit_file *file;
  const struct audit_function *function
      = find_function (audit, &report->caller, &file);
  return function
	     ? find_check (file, report->caller.symbol
				     ? function->address + report->caller.offset
				     : report->caller.offset)
	     : NULL;
}

/* True if the call that REPORT is about checks the virtual id.  */

static bool
virtual_report_p (const struct audit *audit,
		  const struct audit_cfi_report *report)
{
  const struct audit_file *file;
  const struct audit_check *check = reported_check (audit, report);
  if (!check || !find_function (audit, &report->caller, &file))
    return false;
  for (size_t i = 0; i < file->sites_count; i++)
    if (file->sites[i].is_virtual && file->sites[i].reason == AUDIT_CHECKED
	&& file->sites[i].trap == check->trap)
      return true;
  return false;
}

/* A report without the target, whose registers the kernel could not tell: the
   code of the call knows at least what is expected.  */

static void
explain_without_target (struct kcfi_text *out, const struct audit *audit,
			const struct audit_cfi_report *report,
			const struct audit_options *options)
{
  const struct audit_check *check = reported_check (audit, report);
  if (check && virtual_report_p (audit, report))
    audit_add_virtual_expectation (out, audit, check->id, options);
  else if (check)
    add_expectation (out, audit, check->id);
  else if (report->dump)
    kcfi_text_add (out, "  there is no check at this address: the trap is of "
			"another kind\n");
  kcfi_text_add (out, "  target        not in the report\n");
}

/* Only registers were printed: the check in the code says in which one the target is.
   OFFSET is what addresses are less in the file.  */

static void
read_dumped_target (const struct audit *audit, struct audit_cfi_report *report,
		    uint64_t offset)
{
  const struct audit_file *file;
  const struct audit_check *check = reported_check (audit, report);
  if (!check || !find_function (audit, &report->caller, &file))
    return;
  report->has_target = audit_dumped_register (
      report, file->machine->register_names[check->target],
      &report->target.offset);
  report->target.offset -= offset;
  report->id = check->id;
}

/* The caller: the trap is at the reported place, or the call that follows.  */

static void
explain_caller (struct kcfi_text *out, struct audit *audit,
		const struct audit_cfi_report *report,
		const struct audit_options *options)
{
  const struct audit_file *file;
  const struct audit_function *function
      = find_function (audit, &report->caller, &file);
  kcfi_text_add (out, "  caller        ");
  add_place (out, &report->caller, options);
  const char *source = NULL;
  int line = 0;
  if (function && file->debug
      && audit_source_line (
	  audit, file,
	  function->address
	      + (report->caller.symbol
		     ? report->caller.offset
		     : report->caller.offset - function->address),
	  &source, &line))
    audit_add_source (out, source, line);
  kcfi_text_add (out, "\n");
}

static void
explain_target (struct kcfi_text *out, struct audit *audit,
		const struct audit_cfi_report *report,
		const struct audit_options *options)
{
  const struct audit_check *check = reported_check (audit, report);
  uint32_t id = check ? check->id : report->id;
  const struct audit_prototype *expected = audit_find_prototype (audit, id);
  const struct audit_file *file;
  const struct audit_function *function
      = find_function (audit, &report->target, &file);
  bool virtual_call = virtual_report_p (audit, report);
  if (virtual_call)
    audit_add_virtual_expectation (out, audit, id, options);
  else
    add_expectation (out, audit, id);
  if (id != report->id)
    kcfi_text_printf (out,
		      "  The kernel has seeded its ids anew: the report has "
		      "0x%08x.\n",
		      report->id);
  kcfi_text_add (out, "  target        ");
  add_place (out, &report->target, options);
  if (!function)
    {
      kcfi_text_add (out, ": no function of the files\n");
      return;
    }
  uint64_t offset = report->target.symbol
			? report->target.offset
			: report->target.offset - function->address;
  /* The pointer, as it was called: with the bit that says it is Thumb code.  */
  if (function->thumb)
    offset &= ~(uint64_t) 1;
  if (offset)
    {
      audit_add_escaped_names (out,
			       ": in the middle of %s, no function's start\n",
			       function->name, options);
      return;
    }
  size_t number = audit_function_number (file, function);
  const struct audit_preamble *preamble = &file->preambles[number];
  const struct audit_debug_function *debug
      = file->debug ? &file->debug->functions[number] : NULL;
  if (debug)
    audit_add_source (out, debug->file, debug->line);
  kcfi_text_add (out, "\n");
  if (virtual_call)
    {
      audit_add_virtual_target (out, preamble, id);
      return;
    }
  if (preamble->present)
    kcfi_text_printf (out, "  function has  0x%08x  ", preamble->id);
  else
    kcfi_text_add (out, "  function has  no type id  ");
  audit_add_escaped (out, "%s\n",
		     debug && debug->declaration ? debug->declaration : "?");
  if (preamble->present && report->has_found && report->found != preamble->id)
    kcfi_text_printf (
	out,
	"  The check has found 0x%08x there: the code in memory is "
	"not that of this file.\n",
	report->found);
  else if (preamble->present && preamble->id == id)
    kcfi_text_add (out, "  The ids are equal: the report is not of this "
			"build.\n");
  if (expected && expected->parts && debug && debug->parts)
    add_comparison (out, expected->parts, debug->parts);
  add_references (out, audit, file, function, options);
}

/* What has to be taken from addresses of the log to get those that the first file
   of AUDIT is linked at.  */

static uint64_t
load_offset (const struct audit *audit, const struct audit_options *options)
{
  if (!options->loaded_elsewhere || !audit->files_count)
    return 0;
  const struct audit_elf *elf = &audit->files[0].elf;
  uint64_t lowest
      = elf->loaded_count ? elf->sections[elf->loaded[0]].address : 0;
  return options->load_address - lowest;
}

size_t
audit_explain_log (struct kcfi_text *out, struct audit *audit, const char *log,
		   const struct audit_options *options)
{
  struct audit_cfi_report report;
  size_t at = 0, count = 0;
  uint64_t offset = load_offset (audit, options);
  while (audit_next_report (log, &at, &report))
    {
      count++;
      if (!report.caller.symbol)
	report.caller.offset -= offset;
      if (!report.target.symbol)
	report.target.offset -= offset;
      if (report.dump)
	read_dumped_target (audit, &report, offset);
      kcfi_text_add (out, "CFI failure\n");
      explain_caller (out, audit, &report, options);
      if (report.has_target)
	explain_target (out, audit, &report, options);
      else
	explain_without_target (out, audit, &report, options);
      kcfi_text_add (out, "\n");
      audit_free_report (&report);
    }
  return count;
}
