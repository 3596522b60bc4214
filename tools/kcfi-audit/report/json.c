/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report for programs; doc/kcfi-audit.1 has the keys.  */

#include <stdlib.h>
#include <string.h>

#include "../scan/scan.h"
#include "entries.h"
#include "figures.h"
#include "json-writer.h"
#include "names.h"
#include "reach.h"
#include "report.h"
#include "summary.h"

/* What is written, and how.  */

struct writer
{
  struct audit_json json;
  const struct audit *audit;
  const struct audit_options *options;
  struct audit_reach reach; /* Of all calls.  */
};

/* TEXT as member KEY; if it has mangled names, once more with these as the source
   has them.  */

static void
write_names (struct writer *writer, const char *key, const char *text)
{
  audit_json_names (&writer->json, key, text, writer->options);
}

static void
write_place (struct writer *writer, const struct audit_file *file,
	     uint64_t address)
{
  struct kcfi_text place = { 0 };
  audit_print_place (&place, &file->elf, address);
  write_names (writer, "place", place.bytes);
  kcfi_text_free (&place);
}

static void
write_settings (struct audit_json *json, const struct audit_file *file)
{
  const struct audit_settings *settings = &file->settings;
  audit_json_open_object (json, "settings");
  audit_json_open_list (json, "records");
  for (size_t i = 0; i < settings->records_count; i++)
    audit_json_string (json, NULL, settings->records[i]);
  audit_json_close_list (json);
  audit_json_string (json, "known_from",
		     settings->records_count ? "record"
		     : settings->hash_judged ? "debug information"
					     : "nothing");
  if (settings->records_count || settings->hash_judged)
    {
      audit_json_string (json, "hash", audit_hash_name (settings));
      audit_json_boolean (json, "normalize_integers",
			  settings->id.normalize_integers);
      audit_json_boolean (json, "generalize_pointers",
			  settings->id.generalize_pointers);
    }
  audit_json_close_object (json);
}

static void
write_figures (struct audit_json *json, const struct audit_figures *figures)
{
  const char *group = NULL; /* The one that is open.  */
  for (size_t i = 0; i < figures->list_count; i++)
    {
      const struct audit_figure *figure = &figures->list[i];
      if (!figure->group && !*figure->key)
	continue;
      if (group && (!figure->group || strcmp (group, figure->group)))
	{
	  audit_json_close_object (json);
	  group = NULL;
	}
      if (figure->group && !group)
	{
	  group = figure->group;
	  audit_json_open_object (json, group);
	}
      if (*figure->key)
	audit_json_number (json, figure->key, figure->value);
    }
  if (group)
    audit_json_close_object (json);
}

static void
write_reach (struct audit_json *json, const struct audit_reach *reach)
{
  static const char *const removed[AUDIT_BASES]
      = { [AUDIT_BASE_FUNCTIONS] = "removed_of_functions",
	  [AUDIT_BASE_TAKEN] = "removed_of_taken",
	  [AUDIT_BASE_BYTES] = "removed_of_bytes" };
  audit_json_open_object (json, "reach");
  audit_json_number (json, "checked", reach->checked);
  audit_json_number (json, "unchecked", reach->unchecked);
  audit_json_number (json, "pairs", reach->pairs);
  if (reach->checked)
    {
      audit_json_fraction (json, "mean", audit_mean_targets (reach));
      audit_json_number (json, "median", reach->median);
      audit_json_number (json, "ninetieth", reach->ninetieth);
      audit_json_number (json, "largest", reach->largest);
    }
  for (unsigned base = 0; base < AUDIT_BASES; base++)
    {
      int64_t part = audit_removed_part (reach, base);
      if (part != INT64_MIN)
	audit_json_fraction (json, removed[base], part);
    }
  audit_json_close_object (json);
}

/* The sizes of what reach is measured against, and what nobody reaches.  */

static void
write_program (struct writer *writer)
{
  struct audit_json *json = &writer->json;
  struct audit_class_summary classes;
  const struct audit_reach *reach = &writer->reach;
  audit_summarize_classes (&writer->audit->ids, &classes);
  audit_json_break_line (json);
  audit_json_open_object (json, "program");
  audit_json_number (json, "functions", reach->bases[AUDIT_BASE_FUNCTIONS]);
  audit_json_number (json, "taken", reach->bases[AUDIT_BASE_TAKEN]);
  audit_json_number (json, "bytes", reach->bases[AUDIT_BASE_BYTES]);
  audit_json_number (json, "ids_without_function", classes.without_function);
  audit_json_number (json, "ids_never_called", classes.without_site);
  audit_json_number (json, "functions_never_called",
		     classes.unreachable_functions);
  write_reach (json, reach);
  audit_json_close_object (json);
}

static void
write_site (struct writer *writer, const struct audit_file *file,
	    const struct audit_site *site)
{
  struct audit_json *json = &writer->json;
  audit_json_open_object (json, NULL);
  write_place (writer, file, site->address);
  audit_json_hexadecimal (json, "address", site->address);
  audit_json_string (json, "kind", site->kind == AUDIT_CALL ? "call" : "jump");
  audit_json_string (json, "state",
		     site->reason == AUDIT_CHECKED ? "checked"
		     : audit_unexcused_p (site)	   ? "unchecked"
						   : "excused");
  if (site->reason == AUDIT_CHECKED)
    {
      audit_json_hexadecimal (json, "id", site->id);
      audit_json_number (json, "offset", site->offset);
    }
  else
    audit_json_string (json, "reason", audit_reason_text (site));
  if (site->target != AUDIT_NO_REGISTER)
    audit_json_string (json, "target",
		       file->machine->register_names[site->target]);
  if (site->is_virtual)
    audit_json_boolean (json, "virtual", true);
  if (site->known)
    audit_json_boolean (json, "known", true);
  if (site->source)
    {
      audit_json_string (json, "file", site->source);
      audit_json_number (json, "line",
			 (size_t) (site->line > 0 ? site->line : 0));
    }
  audit_json_close_object (json);
}

static void
write_function (struct writer *writer, const struct audit_file *file,
		size_t number)
{
  struct audit_json *json = &writer->json;
  const struct audit_function *function = &file->elf.functions[number];
  const struct audit_preamble *preamble = &file->preambles[number];
  audit_json_open_object (json, NULL);
  write_names (writer, "name", function->name);
  audit_json_hexadecimal (json, "address", function->address);
  audit_json_boolean (json, "taken", preamble->taken);
  if (preamble->present)
    {
      audit_json_hexadecimal (json, "id", preamble->id);
      audit_json_number (json, "offset", preamble->offset);
    }
  if (preamble->has_virtual)
    {
      audit_json_hexadecimal (json, "virtual_id", preamble->virtual_id);
      audit_json_number (json, "virtual_offset", preamble->virtual_offset);
    }
  if (file->debug && file->debug->functions[number].string)
    audit_json_string (json, "string", file->debug->functions[number].string);
  audit_json_close_object (json);
}

static void
write_file (struct writer *writer, const struct audit_file *file)
{
  struct audit_json *json = &writer->json;
  struct audit_figures figures = { 0 };
  struct audit_reach reach;
  audit_list_figures (&figures, file, writer->options);
  audit_json_open_object (json, NULL);
  audit_json_string (json, "name", file->elf.name);
  audit_json_string (json, "machine", file->machine->name);
  write_settings (json, file);
  write_figures (json, &figures);
  audit_measure_file_reach (writer->audit, file, &writer->reach, &reach);
  write_reach (json, &reach);
  audit_json_open_list (json, "sites");
  for (size_t i = 0; i < file->sites_count; i++)
    {
      audit_json_break_line (json);
      write_site (writer, file, &file->sites[i]);
    }
  audit_json_close_list (json);
  audit_json_open_list (json, "function_list");
  for (size_t i = 0; i < file->elf.functions_count; i++)
    {
      audit_json_break_line (json);
      write_function (writer, file, i);
    }
  audit_json_close_list (json);
  audit_json_close_object (json);
  audit_free_figures (&figures);
}

static void
write_prototypes (struct audit_json *json, const struct audit *audit,
		  const struct audit_class *class)
{
  audit_json_open_list (json, "prototypes");
  for (size_t i = 0; i < class->prototypes_count; i++)
    {
      const struct audit_prototype *prototype
	  = &audit->prototypes[class->prototypes + i];
      audit_json_open_object (json, NULL);
      audit_json_string (json, "string", prototype->string);
      if (prototype->declaration)
	audit_json_string (json, "declaration", prototype->declaration);
      audit_json_close_object (json);
    }
  audit_json_close_list (json);
}

static void
write_class (struct writer *writer, const struct audit_ids *ids,
	     const struct audit_class *class)
{
  struct audit_json *json = &writer->json;
  const struct audit *audit = writer->audit;
  audit_json_open_object (json, NULL);
  audit_json_hexadecimal (json, "id", class->id);
  if (ids == &audit->ids)
    write_prototypes (json, audit, class);
  audit_json_open_list (json, "functions");
  for (size_t i = 0; i < class->functions_count; i++)
    {
      const struct audit_member *member = &ids->functions[class->functions + i];
      audit_json_open_object (json, NULL);
      audit_json_number (json, "file", member->file);
      write_names (writer, "name", audit_member_function (audit, member)->name);
      audit_json_close_object (json);
    }
  audit_json_close_list (json);
  audit_json_open_list (json, "calls");
  for (size_t i = 0; i < class->sites_count; i++)
    {
      const struct audit_member *member = &ids->sites[class->sites + i];
      audit_json_open_object (json, NULL);
      audit_json_number (json, "file", member->file);
      write_place (writer, &audit->files[member->file],
		   audit_member_site (audit, member)->address);
      audit_json_close_object (json);
    }
  audit_json_close_list (json);
  audit_json_close_object (json);
}

static void
write_classes (struct writer *writer, const char *key,
	       const struct audit_ids *ids)
{
  audit_json_open_list (&writer->json, key);
  for (size_t i = 0; i < ids->classes_count; i++)
    {
      audit_json_break_line (&writer->json);
      write_class (writer, ids, &ids->classes[i]);
    }
  audit_json_close_list (&writer->json);
}

static void
write_problem (struct writer *writer, enum audit_problem problem)
{
  struct audit_json *json = &writer->json;
  struct audit_named_findings findings = { 0 };
  audit_list_findings (&findings, writer->audit, problem);
  audit_json_open_list (json, audit_problem_name (problem));
  for (size_t i = 0; i < findings.list_count; i++)
    {
      audit_json_open_object (json, NULL);
      write_names (writer, "text", findings.list[i].text);
      if (findings.list[i].file)
	audit_json_string (json, "file", findings.list[i].file);
      audit_json_close_object (json);
    }
  audit_json_close_list (json);
  free (findings.list);
}

static void
write_problems (struct writer *writer)
{
  struct audit_json *json = &writer->json;
  audit_json_break_line (json);
  audit_json_open_object (json, "problems");
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    write_problem (writer, problem);
  audit_json_close_object (json);
  audit_json_open_list (json, "failed");
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    if ((writer->options->fail_on >> problem & 1)
	&& audit_count_findings (writer->audit, problem))
      audit_json_string (json, NULL, audit_problem_name (problem));
  audit_json_close_list (json);
}

void
audit_report_json (struct kcfi_text *out, const struct audit *audit,
		   const struct audit_options *options)
{
  struct writer writer
      = { .json = { .out = out }, .audit = audit, .options = options };
  struct audit_json *json = &writer.json;
  audit_measure_reach (audit, &writer.reach);
  audit_json_open_object (json, NULL);
  audit_json_number (json, "format", 1);
  audit_json_open_list (json, "files");
  for (size_t i = 0; i < audit->files_count; i++)
    {
      audit_json_break_line (json);
      write_file (&writer, &audit->files[i]);
    }
  audit_json_close_list (json);
  write_program (&writer);
  write_classes (&writer, "classes", &audit->ids);
  write_classes (&writer, "virtual_classes", &audit->virtual_ids);
  audit_json_entries (json, audit, options);
  write_problems (&writer);
  audit_json_close_object (json);
  kcfi_text_add (out, "\n");
}
