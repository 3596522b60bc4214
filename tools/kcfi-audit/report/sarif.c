/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange
   Format", 27 March 2020); the numbers here are of its sections.

   A problem is a rule.  A finding is a result: at its line if debug information
   has that, or else at the file that was audited.  */

#include <stdlib.h>
#include <string.h>

#include "../../../plugin/version.h"
#include "../base/demangle.h"
#include "json-writer.h"
#include "report.h"
#include "summary.h"

struct writer
{
  struct audit_json json;
  const struct audit *audit;
  const struct audit_options *options;
};

/* A message object (3.11) called NAME.  */

static void
write_message (struct writer *writer, const char *name, const char *text)
{
  char *demangled
      = writer->options->mangled ? NULL : audit_demangle_text (text);
  audit_json_open_object (&writer->json, name);
  audit_json_string (&writer->json, "text", demangled ? demangled : text);
  audit_json_close_object (&writer->json);
  free (demangled);
}

/* An artifactLocation object (3.4) called NAME.  Its URI is a reference by RFC
   3986: what a path may have but a segment of a URI may not is escaped.  */

static void
write_artifact (struct writer *writer, const char *name, const char *path)
{
  static const char allowed[]
      = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/+";
  struct kcfi_text uri = { 0 };
  kcfi_text_add (&uri, path[0] == '/' ? "file://" : "");
  /* Two slashes at the start would be a host.  */
  while (path[0] == '/' && path[1] == '/')
    path++;
  for (; *path; path++)
    if (strchr (allowed, *path))
      kcfi_text_add_bytes (&uri, path, 1);
    else
      kcfi_text_printf (&uri, "%%%02X", (unsigned char) *path);
  audit_json_open_object (&writer->json, name);
  audit_json_string (&writer->json, "uri", uri.bytes);
  audit_json_close_object (&writer->json);
  kcfi_text_free (&uri);
}

static const char *
level_of (const struct writer *writer, enum audit_problem problem)
{
  return writer->options->fail_on >> problem & 1 ? "error" : "warning";
}

/* The reportingDescriptor (3.49) of PROBLEM.  */

static void
write_rule (struct writer *writer, enum audit_problem problem)
{
  struct audit_json *json = &writer->json;
  audit_json_break_line (json);
  audit_json_open_object (json, NULL);
  audit_json_string (json, "id", audit_problem_name (problem));
  write_message (writer, "shortDescription", audit_describe_problem (problem));
  audit_json_open_object (json, "defaultConfiguration");
  audit_json_string (json, "level", level_of (writer, problem));
  audit_json_close_object (json);
  audit_json_close_object (json);
}

/* The function that FINDING of FILE is in, as a logicalLocation (3.33).  */

static void
write_function (struct writer *writer, const struct audit_file *file,
		const struct audit_finding *finding)
{
  struct audit_json *json = &writer->json;
  const struct audit_function *function
      = audit_function_at (&file->elf, finding->address);
  if (!function)
    return;
  char *demangled
      = writer->options->mangled ? NULL : audit_demangle_text (function->name);
  audit_json_open_list (json, "logicalLocations");
  audit_json_open_object (json, NULL);
  audit_json_string (json, "fullyQualifiedName",
		     demangled ? demangled : function->name);
  audit_json_string (json, "decoratedName", function->name);
  audit_json_string (json, "kind", "function");
  audit_json_close_object (json);
  audit_json_close_list (json);
  free (demangled);
}

/* Where FINDING of FILE is: a location (3.28).  */

static void
write_location (struct writer *writer, const struct audit_file *file,
		const struct audit_finding *finding)
{
  struct audit_json *json = &writer->json;
  bool has_source = finding->source && *finding->source;
  audit_json_open_list (json, "locations");
  audit_json_open_object (json, NULL);
  audit_json_open_object (json, "physicalLocation");
  write_artifact (writer, "artifactLocation",
		  has_source ? finding->source : file->elf.name);
  if (has_source && finding->line > 0)
    {
      audit_json_open_object (json, "region");
      audit_json_number (json, "startLine", (size_t) finding->line);
      audit_json_close_object (json);
    }
  audit_json_close_object (json);
  if (finding->placed)
    write_function (writer, file, finding);
  audit_json_close_object (json);
  audit_json_close_list (json);
}

/* The COUNT FINDINGS, about FILE, as results (3.27).  */

static void
write_results (struct writer *writer, const struct audit_file *file,
	       const struct audit_finding *findings, size_t count)
{
  struct audit_json *json = &writer->json;
  for (size_t i = 0; i < count; i++)
    {
      const struct audit_finding *finding = &findings[i];
      audit_json_break_line (json);
      audit_json_open_object (json, NULL);
      audit_json_string (json, "ruleId", audit_problem_name (finding->problem));
      audit_json_number (json, "ruleIndex", finding->problem);
      audit_json_string (json, "level", level_of (writer, finding->problem));
      write_message (writer, "message", finding->text);
      write_artifact (writer, "analysisTarget", file->elf.name);
      write_location (writer, file, finding);
      audit_json_close_object (json);
    }
}

void
audit_report_sarif (struct kcfi_text *out, const struct audit *audit,
		    const struct audit_options *options)
{
  struct writer writer = { { .out = out }, audit, options };
  struct audit_json *json = &writer.json;
  audit_json_open_object (json, NULL);
  audit_json_string (json, "$schema",
		     "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/"
		     "schemas/sarif-schema-2.1.0.json");
  audit_json_string (json, "version", "2.1.0");
  audit_json_open_list (json, "runs");
  audit_json_open_object (json, NULL);
  audit_json_open_object (json, "tool");
  audit_json_open_object (json, "driver");
  audit_json_string (json, "name", "kcfi-audit");
  audit_json_string (json, "version", KCFI_VERSION);
  audit_json_open_list (json, "rules");
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    write_rule (&writer, problem);
  audit_json_close_list (json);
  audit_json_close_object (json);
  audit_json_close_object (json);
  audit_json_open_list (json, "results");
  for (size_t i = 0; i < audit->files_count; i++)
    write_results (&writer, &audit->files[i], audit->files[i].findings,
		   audit->files[i].findings_count);
  /* What is about all files is shown at the first.  */
  if (audit->files_count)
    write_results (&writer, &audit->files[0], audit->findings,
		   audit->findings_count);
  audit_json_close_list (json);
  audit_json_close_object (json);
  audit_json_close_list (json);
  audit_json_close_object (json);
  kcfi_text_add (out, "\n");
}
