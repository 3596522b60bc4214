/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report for people.  */

#include <stdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/escape.h"
#include "../scan/scan.h"
#include "entries.h"
#include "figures.h"
#include "names.h"
#include "reach.h"
#include "report.h"
#include "summary.h"

struct writer
{
  struct kcfi_text *out;
  const struct audit *audit;
  const struct audit_options *options;
};

/* What starts and ends a colour.  */
#define BOLD "\033[1m"
#define RED "\033[31m"
#define GREEN "\033[32m"
#define PLAIN "\033[0m"

/* COLOUR, if the report has colours.  */

static const char *
choose_colour (const struct writer *writer, const char *colour)
{
  return writer->options->colour ? colour : "";
}

static void
write_heading (struct writer *writer, const char *text)
{
  kcfi_text_add (writer->out, choose_colour (writer, BOLD));
  audit_escape_text (writer->out, text);
  kcfi_text_printf (writer->out, "%s\n", choose_colour (writer, PLAIN));
}

/* The start of a line about WHAT.  */

static void
start_line (struct writer *writer, const char *what)
{
  kcfi_text_printf (writer->out, "  %-12s", what);
}

/* FIGURE in its phrase, red if it is bad.  */

static void
write_figure (struct writer *writer, const struct audit_figure *figure)
{
  const char *phrase = figure->value == 1 && figure->phrase_of_one
			   ? figure->phrase_of_one
			   : figure->phrase;
  const char *place = strchr (phrase, '#');
  if (!place)
    {
      kcfi_text_add (writer->out, phrase);
      return;
    }
  kcfi_text_add_bytes (writer->out, phrase, (size_t) (place - phrase));
  if (figure->bad)
    kcfi_text_add (writer->out,
		   choose_colour (writer, figure->value ? RED : GREEN));
  kcfi_text_printf (writer->out, "%zu%s%s", figure->value,
		    figure->bad ? choose_colour (writer, PLAIN) : "",
		    place + 1);
}

static void
write_line (struct writer *writer, const struct audit_figures *figures,
	    enum audit_line line)
{
  bool first = true;
  for (size_t i = 0; i < figures->list_count; i++)
    {
      const struct audit_figure *figure = &figures->list[i];
      if (figure->line != line)
	continue;
      if (first)
	start_line (writer, audit_line_name (line));
      else if (figure->separator)
	kcfi_text_add (writer->out, figure->separator);
      write_figure (writer, figure);
      first = false;
    }
  if (!first)
    kcfi_text_add (writer->out, "\n");
}

static void
write_file (struct writer *writer, const struct audit_file *file)
{
  struct audit_figures figures = { 0 };
  struct kcfi_text settings = { 0 };
  audit_list_figures (&figures, file, writer->options);
  audit_print_settings (&settings, file);
  kcfi_text_add (writer->out, choose_colour (writer, BOLD));
  audit_escape_text (writer->out, file->elf.name);
  kcfi_text_printf (writer->out, "%s (%s)\n", choose_colour (writer, PLAIN),
		    file->machine->name);
  start_line (writer, "settings");
  audit_escape_text (writer->out, settings.bytes);
  kcfi_text_add (writer->out, "\n");
  for (unsigned line = AUDIT_LINE_NONE + 1; line < AUDIT_LINES; line++)
    write_line (writer, &figures, line);
  kcfi_text_add (writer->out, "\n");
  kcfi_text_free (&settings);
  audit_free_figures (&figures);
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
  for (unsigned i = 0; i < summary->bars; i++)
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
      for (size_t n = 0; n < summary->histogram[i] * WIDTH / summary->most; n++)
	kcfi_text_add (writer->out, "#");
      kcfi_text_add (writer->out, "\n");
    }
}

/* A function of CLASS, one of IDS.  */

static void
write_member (struct writer *writer, const struct audit_ids *ids,
	      const struct audit_class *class)
{
  audit_add_names (
      writer->out,
      audit_member_function (writer->audit, &ids->functions[class->functions])
	  ->name,
      writer->options);
}

static void
write_class (struct writer *writer, const struct audit_ids *ids,
	     const struct audit_class *class)
{
  const char *prototype = audit_class_prototype (writer->audit, class);
  kcfi_text_printf (writer->out, "  0x%08x %9zu %7zu  ", class->id,
		    class->functions_count, class->sites_count);
  if (prototype)
    audit_escape_text (writer->out, prototype);
  else if (!class->functions_count)
    kcfi_text_add (writer->out, "?");
  else if (ids == &writer->audit->virtual_ids)
    write_member (writer, ids, class);
  else
    {
      kcfi_text_add (writer->out, "? (such as ");
      write_member (writer, ids, class);
      kcfi_text_add (writer->out, ")");
    }
  kcfi_text_add (writer->out, "\n");
}

/* The classes of IDS under HEADING; the last column of the table is LAST.  */

static void
write_classes (struct writer *writer, const struct audit_ids *ids,
	       const char *heading, const char *last)
{
  struct audit_class_summary summary;
  if (!ids->classes_count)
    return;
  audit_summarize_classes (ids, &summary);
  write_heading (writer, heading);
  for (unsigned line = 0; line < AUDIT_CLASS_LINES; line++)
    {
      char *text = audit_describe_classes (&summary, line);
      kcfi_text_printf (writer->out, "  %s\n", text);
      free (text);
    }
  kcfi_text_printf (writer->out,
		    "\n%sFunctions of an id, and how many ids "
		    "have so many%s\n",
		    choose_colour (writer, BOLD),
		    choose_colour (writer, PLAIN));
  write_histogram (writer, &summary);
  kcfi_text_printf (writer->out,
		    "\n%s  id         functions   calls  "
		    "%s%s\n",
		    choose_colour (writer, BOLD), last,
		    choose_colour (writer, PLAIN));
  const struct audit_class **classes = audit_sorted_classes (ids);
  for (size_t i = 0; i < ids->classes_count && i < writer->options->limit; i++)
    write_class (writer, ids, classes[i]);
  if (ids->classes_count > writer->options->limit)
    kcfi_text_printf (writer->out, "  ... and %zu more\n",
		      ids->classes_count - writer->options->limit);
  kcfi_text_add (writer->out, "\n");
  free (classes);
}

/* The classes of IDS whose calls reach most.  */

static void
write_reaching_classes (struct writer *writer, const struct audit_ids *ids,
			size_t pairs)
{
  enum
  {
    MOST = 5
  };
  const struct audit_class **classes = audit_reaching_classes (ids);
  for (size_t i = 0;
       i < ids->classes_count && i < MOST && i < writer->options->limit; i++)
    {
      size_t own = classes[i]->functions_count * classes[i]->sites_count;
      if (!own)
	break;
      start_line (writer, i ? "" : "most reach");
      audit_print_part (writer->out,
			(int64_t) ((double) own * 1000000 / (double) pairs));
      kcfi_text_printf (writer->out, " by 0x%08x: %zu function%s x %zu call%s",
			classes[i]->id, classes[i]->functions_count,
			classes[i]->functions_count == 1 ? "" : "s",
			classes[i]->sites_count,
			classes[i]->sites_count == 1 ? "" : "s");
      kcfi_text_add (writer->out, "\n");
    }
  free (classes);
}

static void
write_reach (struct writer *writer)
{
  const struct audit *audit = writer->audit;
  struct audit_reach all, reach;
  audit_measure_reach (audit, &all);
  /* A stripped image has no functions to count.  */
  if (!all.checked || !all.bases[AUDIT_BASE_FUNCTIONS])
    return;
  write_heading (writer, "Reach: how many functions a checked call lets "
			 "through");
  start_line (writer, "targets");
  audit_describe_targets (writer->out, &all);
  kcfi_text_add (writer->out, "\n");
  start_line (writer, "removed");
  audit_describe_removed (writer->out, &all);
  kcfi_text_add (writer->out, "\n");
  write_reaching_classes (writer, &audit->ids, all.pairs);
  size_t limit = writer->options->limit, listed = 0;
  for (size_t i = 0; audit->files_count > 1 && i < audit->files_count; i++)
    {
      audit_measure_file_reach (audit, &audit->files[i], &all, &reach);
      if (!reach.checked || listed++ >= limit)
	continue;
      kcfi_text_add (writer->out, "  ");
      audit_escape_text (writer->out, audit->files[i].elf.name);
      kcfi_text_add (writer->out, ": ");
      audit_describe_targets (writer->out, &reach);
      kcfi_text_add (writer->out, "\n");
    }
  if (listed > limit)
    kcfi_text_printf (writer->out, "  ... and %zu more\n", listed - limit);
  kcfi_text_add (writer->out, "\n");
}

static void
write_entries (struct writer *writer)
{
  if (!audit_entries_count (writer->audit))
    return;
  write_heading (writer, "Entries: ways into a function besides its own");
  audit_write_entries (writer->out, writer->audit, writer->options);
  kcfi_text_add (writer->out, "\n");
}

static void
write_finding (struct writer *writer, const struct audit_named_finding *finding)
{
  kcfi_text_add (writer->out, "  ");
  if (finding->file && writer->audit->files_count > 1)
    {
      audit_escape_text (writer->out, finding->file);
      kcfi_text_add (writer->out, ": ");
    }
  audit_add_names (writer->out, finding->text, writer->options);
  kcfi_text_add (writer->out, "\n");
}

static void
write_problem (struct writer *writer, enum audit_problem problem)
{
  struct audit_named_findings findings = { 0 };
  size_t limit = writer->options->limit;
  bool fails = writer->options->fail_on >> problem & 1;
  audit_list_findings (&findings, writer->audit, problem);
  if (findings.list_count)
    kcfi_text_printf (writer->out, "%s%s: %zu%s%s\n",
		      choose_colour (writer, fails ? RED : BOLD),
		      audit_problem_name (problem), findings.list_count,
		      fails ? " (fails)" : "", choose_colour (writer, PLAIN));
  for (size_t i = 0; i < findings.list_count && i < limit; i++)
    write_finding (writer, &findings.list[i]);
  if (findings.list_count > limit)
    kcfi_text_printf (writer->out, "  ... and %zu more\n",
		      findings.list_count - limit);
  free (findings.list);
}

void
audit_report_text (struct kcfi_text *out, const struct audit *audit,
		   const struct audit_options *options)
{
  struct writer writer = { out, audit, options };
  for (size_t i = 0; i < audit->files_count; i++)
    write_file (&writer, &audit->files[i]);
  write_classes (&writer, &audit->ids, "Type ids", "prototype");
  write_classes (&writer, &audit->virtual_ids, "Virtual ids", "such as");
  write_reach (&writer);
  write_entries (&writer);
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    write_problem (&writer, problem);
}
