/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report for people.  */

#include <elf.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "../base/escape.h"
#include "../scan/scan.h"
#include "summary.h"

struct writer
{
  struct kcfi_text *out;
  const struct audit *audit;
  const struct audit_options *options;
};

static const char *
bold (const struct writer *writer)
{
  return writer->options->colour ? "\033[1m" : "";
}

static const char *
red (const struct writer *writer)
{
  return writer->options->colour ? "\033[31m" : "";
}

static const char *
green (const struct writer *writer)
{
  return writer->options->colour ? "\033[32m" : "";
}

static const char *
plain (const struct writer *writer)
{
  return writer->options->colour ? "\033[0m" : "";
}

static void
heading (struct writer *writer, const char *text)
{
  kcfi_text_add (writer->out, bold (writer));
  audit_escape_text (writer->out, text);
  kcfi_text_printf (writer->out, "%s\n", plain (writer));
}

/* The start of a line about WHAT.  */

static void
label (struct writer *writer, const char *what)
{
  kcfi_text_printf (writer->out, "  %-12s", what);
}

/* COUNT THINGS, red unless there are none.  */

static void
bad_count (struct writer *writer, size_t count, const char *things)
{
  kcfi_text_printf (writer->out, "%s%zu%s %s",
		    count ? red (writer) : green (writer), count,
		    plain (writer), things);
}

static void
write_sites (struct writer *writer, const struct audit_file_summary *summary)
{
  static const char *const kinds[] = { "calls", "jumps" };
  for (unsigned kind = 0; kind < 2; kind++)
    {
      label (writer, kinds[kind]);
      kcfi_text_printf (writer->out, "%zu indirect: %zu checked, ",
			summary->sites[kind], summary->checked[kind]);
      bad_count (writer, summary->unchecked[kind], "unchecked");
      kcfi_text_printf (writer->out, ", %zu need no check\n",
			summary->excused[kind]);
    }
  bool first = true;
  for (unsigned reason = AUDIT_CHECKED + 1; reason < AUDIT_REASONS; reason++)
    {
      struct audit_site site = { .reason = reason };
      if (!summary->reasons[reason])
	continue;
      if (first)
	label (writer, "without");
      kcfi_text_printf (writer->out, "%s%s %zu", first ? "" : ", ",
			audit_reason_text (&site), summary->reasons[reason]);
      first = false;
    }
  if (!first)
    kcfi_text_add (writer->out, "\n");
}

static size_t
problems_of (const struct audit_file *file, enum audit_problem problem)
{
  size_t count = 0;
  for (size_t i = 0; i < file->findings_count; i++)
    count += file->findings[i].problem == problem;
  return count;
}

static void
write_checks (struct writer *writer, const struct audit_file *file,
	      const struct audit_file_summary *summary)
{
  label (writer, "checks");
  kcfi_text_printf (writer->out, "%zu, ", file->checks_count);
  bad_count (writer, problems_of (file, AUDIT_PROBLEM_SEPARATED),
	     "not directly before their call\n");
  if (file->machine->has_trap_table)
    {
      label (writer, "trap table");
      kcfi_text_printf (writer->out, "%zu entries, ", file->traps_count);
      bad_count (writer, problems_of (file, AUDIT_PROBLEM_TRAPS),
		 "missing, stray or damaged\n");
    }
  if (file->elf.machine == EM_X86_64)
    {
      size_t checked = summary->checked[0] + summary->checked[1];
      label (writer, "FineIBT");
      kcfi_text_printf (writer->out,
			"%s: %zu of %zu checked calls have its "
			"form\n",
			checked && summary->fineibt == checked ? "ready"
							       : "not ready",
			summary->fineibt, checked);
    }
}

static void
write_functions (struct writer *writer, const struct audit_file *file,
		 const struct audit_file_summary *summary)
{
  struct kcfi_text *out = writer->out;
  label (writer, "functions");
  kcfi_text_printf (out, "%zu: %zu with preamble, %zu without (",
		    summary->functions, summary->preambles, summary->without);
  bad_count (writer, summary->taken_without, "with their address taken)\n");
  if (!summary->preambles)
    return;
  label (writer, "preambles");
  for (size_t i = 0; i < summary->offsets_count; i++)
    kcfi_text_printf (out, "%s%zu at -%" PRIu32,
		      i ? ", " : "hash: ", summary->offsets[i].count,
		      summary->offsets[i].offset);
  if (summary->other_offsets)
    kcfi_text_printf (out, ", %zu elsewhere", summary->other_offsets);
  if (file->machine->has_preamble_symbols)
    kcfi_text_printf (out, "; %s",
		      summary->arity ? "with the number of arguments"
				     : "without the number of arguments");
  kcfi_text_printf (out, "; %zu not needed by this file\n",
		    summary->never_taken);
  label (writer, "alignment");
  bool first = true;
  for (unsigned i = AUDIT_ALIGNMENTS; i--;)
    if (summary->alignments[i])
      {
	kcfi_text_printf (out, "%s%zu at %u%s", first ? "" : ", ",
			  summary->alignments[i], 1u << i,
			  i + 1 == AUDIT_ALIGNMENTS ? " or more" : "");
	first = false;
      }
  kcfi_text_add (out, "\n");
}

static void
write_proof (struct writer *writer, const struct audit_file *file)
{
  const struct audit_proof *proof = &file->proof;
  struct kcfi_text *out = writer->out;
  label (writer, "proof");
  if (!file->debug)
    {
      kcfi_text_add (out, writer->options->debug
			      ? "no debug information\n"
			      : "debug information not read\n");
      return;
    }
  kcfi_text_printf (out, "%zu ids equal those of debug information, ",
		    proof->equal);
  bad_count (writer, proof->different, "differ");
  if (proof->numbered)
    kcfi_text_printf (out, ", %zu equal under a number of an unnamed tag",
		      proof->numbered);
  if (proof->assumed)
    kcfi_text_printf (out,
		      ", %zu equal if a union is transparent or a tag "
		      "local to a parameter list",
		      proof->assumed);
  if (proof->undecided)
    kcfi_text_printf (out, ", %zu undecided", proof->undecided);
  kcfi_text_printf (out, "; %zu without debug information\n", proof->without);
}

static void
write_file (struct writer *writer, const struct audit_file *file)
{
  struct audit_file_summary summary;
  struct kcfi_text settings = { 0 };
  audit_summarize_file (file, &summary);
  audit_print_settings (&settings, file);
  kcfi_text_add (writer->out, bold (writer));
  audit_escape_text (writer->out, file->elf.name);
  kcfi_text_printf (writer->out, "%s (%s)\n", plain (writer),
		    file->machine->name);
  label (writer, "settings");
  audit_escape_text (writer->out, settings.bytes);
  kcfi_text_add (writer->out, "\n");
  kcfi_text_free (&settings);
  write_sites (writer, &summary);
  write_checks (writer, file, &summary);
  write_functions (writer, file, &summary);
  write_proof (writer, file);
  kcfi_text_add (writer->out, "\n");
}

/* --- All files together -------------------------------------------------- */

static void
write_histogram (struct writer *writer,
		 const struct audit_class_summary *summary)
{
  enum
  {
    WIDTH = 50
  };
  size_t most = 1;
  unsigned bars = sizeof summary->histogram / sizeof *summary->histogram;
  for (unsigned i = 0; i < bars; i++)
    if (summary->histogram[i] > most)
      most = summary->histogram[i];
  while (bars && !summary->histogram[bars - 1])
    bars--;
  for (unsigned i = 0; i < bars; i++)
    {
      size_t first, last;
      char range[64];
      audit_histogram_range (i, &first, &last);
      if (first == last)
	snprintf (range, sizeof range, "%zu", first);
      else
	snprintf (range, sizeof range, "%zu-%zu", first, last);
      kcfi_text_printf (writer->out, "  %11s %6zu ", range,
			summary->histogram[i]);
      for (size_t n = 0; n < summary->histogram[i] * WIDTH / most; n++)
	kcfi_text_add (writer->out, "#");
      kcfi_text_add (writer->out, "\n");
    }
}

static void
write_class (struct writer *writer, const struct audit_class *class)
{
  const char *prototype = audit_class_prototype (writer->audit, class);
  kcfi_text_printf (writer->out, "  0x%08x %9zu %7zu  ", class->id,
		    class->functions_count, class->sites_count);
  if (prototype)
    audit_escape_text (writer->out, prototype);
  else if (class->functions_count)
    {
      const struct audit_member *member
	  = &writer->audit->functions[class->functions];
      kcfi_text_add (writer->out, "? (such as ");
      audit_escape_text (writer->out,
			 audit_member_function (writer->audit, member)->name);
      kcfi_text_add (writer->out, ")");
    }
  else
    kcfi_text_add (writer->out, "?");
  kcfi_text_add (writer->out, "\n");
}

static void
write_classes (struct writer *writer)
{
  struct audit_class_summary summary;
  const struct audit *audit = writer->audit;
  if (!audit->classes_count)
    return;
  audit_summarize_classes (audit, &summary);
  heading (writer, "Type ids");
  kcfi_text_printf (writer->out,
		    "  %zu ids of functions, %zu of them of one function "
		    "only\n"
		    "  %zu ids of checked calls, %zu of them of no function\n"
		    "  %zu ids are never called: no checked call reaches their "
		    "%zu functions\n",
		    summary.function_ids, summary.single, summary.site_ids,
		    summary.without_function, summary.without_site,
		    summary.unreachable_functions);
  kcfi_text_printf (writer->out,
		    "\n%sFunctions of an id, and how many ids "
		    "have so many%s\n",
		    bold (writer), plain (writer));
  write_histogram (writer, &summary);
  kcfi_text_printf (writer->out,
		    "\n%s  id         functions   calls  "
		    "prototype%s\n",
		    bold (writer), plain (writer));
  const struct audit_class **classes = audit_sorted_classes (audit);
  for (size_t i = 0; i < audit->classes_count && i < writer->options->limit;
       i++)
    write_class (writer, classes[i]);
  if (audit->classes_count > writer->options->limit)
    kcfi_text_printf (writer->out, "  ... and %zu more\n",
		      audit->classes_count - writer->options->limit);
  kcfi_text_add (writer->out, "\n");
  free (classes);
}

static void
write_finding (struct writer *writer, const char *file,
	       const struct audit_finding *finding, size_t *written)
{
  if ((*written)++ >= writer->options->limit)
    return;
  kcfi_text_add (writer->out, "  ");
  if (file)
    {
      audit_escape_text (writer->out, file);
      kcfi_text_add (writer->out, ": ");
    }
  audit_escape_text (writer->out, finding->text);
  kcfi_text_add (writer->out, "\n");
}

static void
write_problem (struct writer *writer, enum audit_problem problem)
{
  const struct audit *audit = writer->audit;
  size_t count = audit_count_findings (audit, problem), written = 0;
  if (!count)
    return;
  bool fails = writer->options->fail_on >> problem & 1;
  kcfi_text_printf (writer->out, "%s%s: %zu%s%s\n",
		    fails ? red (writer) : bold (writer),
		    audit_problem_name (problem), count,
		    fails ? " (fails)" : "", plain (writer));
  for (size_t f = 0; f < audit->files_count; f++)
    for (size_t i = 0; i < audit->files[f].findings_count; i++)
      if (audit->files[f].findings[i].problem == problem)
	write_finding (writer,
		       audit->files_count > 1 ? audit->files[f].elf.name : NULL,
		       &audit->files[f].findings[i], &written);
  for (size_t i = 0; i < audit->findings_count; i++)
    if (audit->findings[i].problem == problem)
      write_finding (writer, NULL, &audit->findings[i], &written);
  if (written > writer->options->limit)
    kcfi_text_printf (writer->out, "  ... and %zu more\n",
		      written - writer->options->limit);
}

void
audit_report_text (struct kcfi_text *out, const struct audit *audit,
		   const struct audit_options *options)
{
  struct writer writer = { out, audit, options };
  for (size_t i = 0; i < audit->files_count; i++)
    write_file (&writer, &audit->files[i]);
  write_classes (&writer);
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    write_problem (&writer, problem);
}
