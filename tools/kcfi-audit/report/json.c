/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report for programs.  Addresses and ids are strings: JSON's numbers do
   not hold 64 bits everywhere.  doc/kcfi-audit.1 has the keys.  */

#include <inttypes.h>
#include <stdlib.h>

#include "report.h"
#include "../base/escape.h"
#include "../scan/scan.h"
#include "summary.h"

/* Separators: each list or object starts with an empty one.  */
struct writer
{
  struct kcfi_text *out;
  const struct audit *audit;
  const struct audit_options *options;
};

static void
string (struct writer *writer, const char *text)
{
  kcfi_text_add (writer->out, "\"");
  audit_escape_json (writer->out, text);
  kcfi_text_add (writer->out, "\"");
}

/* "KEY": with a comma in front unless it is the FIRST.  */

static void
key (struct writer *writer, const char *name, bool first)
{
  kcfi_text_printf (writer->out, "%s\"%s\":", first ? "" : ",", name);
}

static void
number (struct writer *writer, const char *name, size_t value, bool first)
{
  key (writer, name, first);
  kcfi_text_printf (writer->out, "%zu", value);
}

static void
text_value (struct writer *writer, const char *name, const char *value,
	    bool first)
{
  key (writer, name, first);
  string (writer, value);
}

static void
boolean (struct writer *writer, const char *name, bool value)
{
  key (writer, name, false);
  kcfi_text_add (writer->out, value ? "true" : "false");
}

static void
hexadecimal (struct writer *writer, const char *name, uint64_t value,
	     bool first)
{
  key (writer, name, first);
  kcfi_text_printf (writer->out, "\"0x%08" PRIx64 "\"", value);
}

static void
write_place (struct writer *writer, const struct audit_file *file,
	     uint64_t address, bool first)
{
  struct kcfi_text place = { 0 };
  audit_print_place (&place, &file->elf, address);
  text_value (writer, "place", place.bytes, first);
  kcfi_text_free (&place);
}

static void
write_settings (struct writer *writer, const struct audit_file *file)
{
  const struct audit_settings *settings = &file->settings;
  key (writer, "settings", false);
  kcfi_text_add (writer->out, "{\"records\":[");
  for (size_t i = 0; i < settings->records_count; i++)
    {
      kcfi_text_add (writer->out, i ? "," : "");
      string (writer, settings->records[i]);
    }
  kcfi_text_add (writer->out, "]");
  text_value (writer, "known_from",
	      settings->records_count ? "record"
	      : settings->hash_judged ? "debug information"
				      : "nothing",
	      false);
  if (settings->records_count || settings->hash_judged)
    {
      text_value (writer, "hash",
		  settings->id.hash == KCFI_HASH_FNV1A ? "FNV-1a" : "xxHash64",
		  false);
      boolean (writer, "normalize_integers", settings->id.normalize_integers);
      boolean (writer, "generalize_pointers", settings->id.generalize_pointers);
    }
  kcfi_text_add (writer->out, "}");
}

static void
write_figures (struct writer *writer, const struct audit_file *file)
{
  static const char *const kinds[] = { "calls", "jumps" };
  struct audit_file_summary summary;
  audit_summarize_file (file, &summary);
  for (unsigned kind = 0; kind < 2; kind++)
    {
      key (writer, kinds[kind], false);
      kcfi_text_add (writer->out, "{");
      number (writer, "total", summary.sites[kind], true);
      number (writer, "checked", summary.checked[kind], false);
      number (writer, "unchecked", summary.unchecked[kind], false);
      number (writer, "excused", summary.excused[kind], false);
      kcfi_text_add (writer->out, "}");
    }
  number (writer, "checks", file->checks_count, false);
  number (writer, "fineibt_calls", summary.fineibt, false);
  if (file->machine->has_trap_table)
    number (writer, "traps", file->traps_count, false);
  number (writer, "functions", summary.functions, false);
  number (writer, "preambles", summary.preambles, false);
  number (writer, "without_preamble", summary.without, false);
  number (writer, "taken_without_preamble", summary.taken_without, false);
  number (writer, "preambles_not_needed", summary.never_taken, false);
  number (writer, "preambles_with_arity", summary.arity, false);
  key (writer, "hash_offsets", false);
  for (size_t i = 0; i < summary.offsets_count; i++)
    kcfi_text_printf (writer->out, "%s\"%" PRIu32 "\":%zu", i ? "," : "{",
		      summary.offsets[i].offset, summary.offsets[i].count);
  kcfi_text_add (writer->out, summary.offsets_count ? "}" : "{}");
  key (writer, "alignments", false);
  bool first = true;
  for (unsigned i = 0; i < AUDIT_ALIGNMENTS; i++)
    if (summary.alignments[i])
      {
	kcfi_text_printf (writer->out, "%s\"%u\":%zu", first ? "{" : ",",
			  1u << i, summary.alignments[i]);
	first = false;
      }
  kcfi_text_add (writer->out, first ? "{}" : "}");
}

static void
write_proof (struct writer *writer, const struct audit_file *file)
{
  const struct audit_proof *proof = &file->proof;
  key (writer, "proof", false);
  kcfi_text_add (writer->out, "{");
  number (writer, "equal", proof->equal, true);
  number (writer, "different", proof->different, false);
  number (writer, "numbered", proof->numbered, false);
  number (writer, "assumed", proof->assumed, false);
  number (writer, "undecided", proof->undecided, false);
  number (writer, "without_debug_information", proof->without, false);
  kcfi_text_add (writer->out, "}");
}

static void
write_site (struct writer *writer, const struct audit_file *file,
	    const struct audit_site *site)
{
  kcfi_text_add (writer->out, "{");
  write_place (writer, file, site->address, true);
  hexadecimal (writer, "address", site->address, false);
  text_value (writer, "kind", site->kind == AUDIT_CALL ? "call" : "jump",
	      false);
  text_value (writer, "state",
	      site->reason == AUDIT_CHECKED ? "checked"
	      : audit_unexcused_p (site)    ? "unchecked"
					    : "excused",
	      false);
  if (site->reason == AUDIT_CHECKED)
    {
      hexadecimal (writer, "id", site->id, false);
      number (writer, "offset", site->offset, false);
    }
  else
    text_value (writer, "reason", audit_reason_text (site), false);
  if (site->target != AUDIT_NO_REGISTER)
    text_value (writer, "target", file->machine->register_names[site->target],
		false);
  if (site->known)
    boolean (writer, "known", true);
  if (site->source)
    {
      text_value (writer, "file", site->source, false);
      number (writer, "line", (size_t) (site->line > 0 ? site->line : 0),
	      false);
    }
  kcfi_text_add (writer->out, "}");
}

static void
write_function (struct writer *writer, const struct audit_file *file, size_t i)
{
  const struct audit_function *function = &file->elf.functions[i];
  const struct audit_preamble *preamble = &file->preambles[i];
  kcfi_text_add (writer->out, "{");
  text_value (writer, "name", function->name, true);
  hexadecimal (writer, "address", function->address, false);
  boolean (writer, "taken", preamble->taken);
  if (preamble->present)
    {
      hexadecimal (writer, "id", preamble->id, false);
      number (writer, "offset", preamble->offset, false);
    }
  if (file->debug && file->debug->functions[i].string)
    text_value (writer, "string", file->debug->functions[i].string, false);
  kcfi_text_add (writer->out, "}");
}

static void
write_file (struct writer *writer, const struct audit_file *file)
{
  kcfi_text_add (writer->out, "{");
  text_value (writer, "name", file->elf.name, true);
  text_value (writer, "machine", file->machine->name, false);
  write_settings (writer, file);
  write_figures (writer, file);
  if (file->debug)
    write_proof (writer, file);
  key (writer, "sites", false);
  kcfi_text_add (writer->out, "[");
  for (size_t i = 0; i < file->sites_count; i++)
    {
      kcfi_text_add (writer->out, i ? ",\n" : "\n");
      write_site (writer, file, &file->sites[i]);
    }
  kcfi_text_add (writer->out, "]");
  key (writer, "function_list", false);
  kcfi_text_add (writer->out, "[");
  for (size_t i = 0; i < file->elf.functions_count; i++)
    {
      kcfi_text_add (writer->out, i ? ",\n" : "\n");
      write_function (writer, file, i);
    }
  kcfi_text_add (writer->out, "]}");
}

static void
write_class (struct writer *writer, const struct audit_class *class)
{
  const struct audit *audit = writer->audit;
  kcfi_text_add (writer->out, "{");
  hexadecimal (writer, "id", class->id, true);
  key (writer, "prototypes", false);
  kcfi_text_add (writer->out, "[");
  for (size_t i = 0; i < class->prototypes_count; i++)
    {
      const struct audit_prototype *prototype
	  = &audit->prototypes[class->prototypes + i];
      kcfi_text_add (writer->out, i ? ",{" : "{");
      text_value (writer, "string", prototype->string, true);
      if (prototype->declaration)
	text_value (writer, "declaration", prototype->declaration, false);
      kcfi_text_add (writer->out, "}");
    }
  kcfi_text_add (writer->out, "]");
  key (writer, "functions", false);
  kcfi_text_add (writer->out, "[");
  for (size_t i = 0; i < class->functions_count; i++)
    {
      const struct audit_member *member
	  = &audit->functions[class->functions + i];
      kcfi_text_add (writer->out, i ? ",{" : "{");
      number (writer, "file", member->file, true);
      text_value (writer, "name", audit_member_function (audit, member)->name,
		  false);
      kcfi_text_add (writer->out, "}");
    }
  kcfi_text_add (writer->out, "]");
  key (writer, "calls", false);
  kcfi_text_add (writer->out, "[");
  for (size_t i = 0; i < class->sites_count; i++)
    {
      const struct audit_member *member = &audit->sites[class->sites + i];
      kcfi_text_add (writer->out, i ? ",{" : "{");
      number (writer, "file", member->file, true);
      write_place (writer, &audit->files[member->file],
		   audit_member_site (audit, member)->address, false);
      kcfi_text_add (writer->out, "}");
    }
  kcfi_text_add (writer->out, "]}");
}

static void
write_finding (struct writer *writer, const char *file, const char *text,
	       bool *first)
{
  kcfi_text_add (writer->out, *first ? "{" : ",{");
  *first = false;
  text_value (writer, "text", text, true);
  if (file)
    text_value (writer, "file", file, false);
  kcfi_text_add (writer->out, "}");
}

static void
write_problem (struct writer *writer, enum audit_problem problem)
{
  const struct audit *audit = writer->audit;
  bool first = true;
  key (writer, audit_problem_name (problem), problem == 0);
  kcfi_text_add (writer->out, "[");
  for (size_t f = 0; f < audit->files_count; f++)
    for (size_t i = 0; i < audit->files[f].findings_count; i++)
      if (audit->files[f].findings[i].problem == problem)
	write_finding (writer, audit->files[f].elf.name,
		       audit->files[f].findings[i].text, &first);
  for (size_t i = 0; i < audit->findings_count; i++)
    if (audit->findings[i].problem == problem)
      write_finding (writer, NULL, audit->findings[i].text, &first);
  kcfi_text_add (writer->out, "]");
}

static void
write_problems (struct writer *writer)
{
  kcfi_text_add (writer->out, ",\n");
  key (writer, "problems", true);
  kcfi_text_add (writer->out, "{");
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    write_problem (writer, problem);
  kcfi_text_add (writer->out, "}");
  key (writer, "failed", false);
  kcfi_text_add (writer->out, "[");
  bool first = true;
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    if ((writer->options->fail_on >> problem & 1)
	&& audit_count_findings (writer->audit, problem))
      {
	kcfi_text_add (writer->out, first ? "" : ",");
	string (writer, audit_problem_name (problem));
	first = false;
      }
  kcfi_text_add (writer->out, "]");
}

void
audit_report_json (struct kcfi_text *out, const struct audit *audit,
		   const struct audit_options *options)
{
  struct writer writer = { out, audit, options };
  kcfi_text_add (out, "{");
  number (&writer, "format", 1, true);
  key (&writer, "files", false);
  kcfi_text_add (out, "[");
  for (size_t i = 0; i < audit->files_count; i++)
    {
      kcfi_text_add (out, i ? ",\n" : "\n");
      write_file (&writer, &audit->files[i]);
    }
  kcfi_text_add (out, "]");
  key (&writer, "classes", false);
  kcfi_text_add (out, "[");
  for (size_t i = 0; i < audit->classes_count; i++)
    {
      kcfi_text_add (out, i ? ",\n" : "\n");
      write_class (&writer, &audit->classes[i]);
    }
  kcfi_text_add (out, "]");
  write_problems (&writer);
  kcfi_text_add (out, "}\n");
}
