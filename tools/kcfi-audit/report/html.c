/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as one page that needs no other file and no network: a table of
   figures, the problems, a histogram, and a table of ids that a click on a
   heading sorts.  */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/escape.h"
#include "../scan/scan.h"
#include "figures.h"
#include "names.h"
#include "reach.h"
#include "report.h"
#include "summary.h"

enum
{
  NAMES = 3 /* Functions named for each id.  */
};

struct writer
{
  struct kcfi_text *out;
  const struct audit *audit;
  const struct audit_options *options;
};

static const char page_start[]
    = "<!DOCTYPE html>\n"
      "<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n"
      "<title>KCFI audit</title>\n"
      "<style>\n"
      "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:75em;"
      "padding:0 1em;color:#222;background:#fff}\n"
      "table{border-collapse:collapse;margin:1em 0}\n"
      "th,td{border:1px solid #ccc;padding:.2em .6em;text-align:left;"
      "vertical-align:top}\n"
      "th{background:#eee}\n"
      "thead th{cursor:pointer}\n"
      "thead th[data-up='1']::after{content:' \\25b4'}\n"
      "thead th[data-up='0']::after{content:' \\25be'}\n"
      "td.n{text-align:right}\n"
      "code,.code{font-family:monospace}\n"
      ".bad{color:#a00;font-weight:bold}\n"
      ".good{color:#070}\n"
      ".bar{display:inline-block;height:.9em;background:#47a}\n"
      "details{margin:.5em 0}\n"
      ":root{color-scheme:light dark}\n"
      "@media (prefers-color-scheme:dark){\n"
      "body{color:#ddd;background:#1b1b1b}\n"
      "th,td{border-color:#555}\n"
      "th{background:#2e2e2e}\n"
      ".bad{color:#f88}\n"
      ".good{color:#7c7}\n"
      ".bar{background:#69c}\n"
      "}\n"
      "</style></head><body>\n"
      "<h1>KCFI audit</h1>\n";

/* Sorts a table of ids by the column whose heading was clicked: as numbers if
   both cells have data-n.  */
static const char page_end[]
    = "<script>\n"
      "document.querySelectorAll('thead').forEach(function(head){\n"
      " head.querySelectorAll('th').forEach(function(th,i){\n"
      "  th.onclick=function(){\n"
      "   var body=head.parentNode.querySelector('tbody');\n"
      "   var up=th.dataset.up==='1'?'0':'1';\n"
      "   head.querySelectorAll('th').forEach(function(other){\n"
      "    delete other.dataset.up;});\n"
      "   th.dataset.up=up;\n"
      "   var rows=Array.from(body.rows);\n"
      "   rows.sort(function(a,b){\n"
      "    var x=a.cells[i],y=b.cells[i];\n"
      "    var d=x.dataset.n!==undefined?x.dataset.n-y.dataset.n\n"
      "     :x.textContent.localeCompare(y.textContent);\n"
      "    return up==='1'?d:-d;});\n"
      "   rows.forEach(function(r){body.appendChild(r);});};});});\n"
      "</script></body></html>\n";

static void
write_escaped (struct writer *writer, const char *text)
{
  audit_escape_html (writer->out, text);
}

static void
write_row (struct writer *writer, const struct audit_figure *figure)
{
  if (figure->reason)
    kcfi_text_printf (writer->out,
		      "<tr><td>&emsp;not checked: %s</td><td class=\"n\">%zu"
		      "</td></tr>\n",
		      figure->label, figure->value);
  else
    kcfi_text_printf (writer->out,
		      "<tr><td>%s</td><td class=\"n %s\">%zu</td></tr>\n",
		      figure->label, figure->bad && figure->value ? "bad" : "",
		      figure->value);
}

static void
write_file (struct writer *writer, const struct audit_file *file)
{
  struct audit_figures figures = { 0 };
  struct kcfi_text settings = { 0 };
  audit_list_figures (&figures, file, writer->options);
  audit_print_settings (&settings, file);
  kcfi_text_add (writer->out, "<h2>");
  write_escaped (writer, file->elf.name);
  kcfi_text_printf (writer->out, "</h2>\n<p>%s; ", file->machine->name);
  write_escaped (writer, settings.bytes);
  kcfi_text_add (writer->out, "</p>\n<table>\n");
  for (size_t i = 0; i < figures.list_count; i++)
    if (figures.list[i].label)
      write_row (writer, &figures.list[i]);
  kcfi_text_add (writer->out, "</table>\n");
  kcfi_text_free (&settings);
  audit_free_figures (&figures);
}

static void
write_finding (struct writer *writer, const struct audit_named_finding *finding)
{
  kcfi_text_add (writer->out, "<li class=\"code\">");
  if (finding->file && writer->audit->files_count > 1)
    {
      write_escaped (writer, finding->file);
      kcfi_text_add (writer->out, ": ");
    }
  audit_add_html_names (writer->out, finding->text, writer->options);
  kcfi_text_add (writer->out, "</li>\n");
}

static void
write_problem (struct writer *writer, enum audit_problem problem)
{
  struct audit_named_findings findings = { 0 };
  const char *name = audit_problem_name (problem);
  bool fails = writer->options->fail_on >> problem & 1;
  audit_list_findings (&findings, writer->audit, problem);
  if (!findings.list_count)
    {
      kcfi_text_printf (writer->out, "<p class=\"good\">%s: 0</p>\n", name);
      return;
    }
  kcfi_text_printf (
      writer->out, "<details%s><summary class=\"%s\">%s: %zu</summary><ul>\n",
      fails ? " open" : "", fails ? "bad" : "", name, findings.list_count);
  for (size_t i = 0; i < findings.list_count; i++)
    write_finding (writer, &findings.list[i]);
  kcfi_text_add (writer->out, "</ul></details>\n");
  free (findings.list);
}

static void
write_histogram (struct writer *writer, const struct audit_ids *ids,
		 const char *heading, const char *prefix)
{
  enum
  {
    WIDTH = 400
  };
  struct audit_class_summary summary;
  audit_summarize_classes (ids, &summary);
  kcfi_text_printf (writer->out, "<h2>%s</h2>\n<p>", heading);
  for (unsigned line = 0; line < AUDIT_CLASS_LINES; line++)
    {
      char *text = audit_describe_classes (&summary, line);
      kcfi_text_printf (writer->out, "%s%s", line ? "; " : "", text);
      free (text);
    }
  kcfi_text_add (writer->out, ".</p>\n<table id=\"");
  kcfi_text_printf (writer->out,
		    "%shistogram\"><tr><th>functions</th>"
		    "<th>ids</th></tr>\n",
		    prefix);
  for (unsigned i = 0; i < summary.bars; i++)
    {
      size_t first, last;
      audit_histogram_range (i, &first, &last);
      kcfi_text_printf (writer->out, "<tr><td class=\"n\">%zu", first);
      if (first != last)
	kcfi_text_printf (writer->out, "&ndash;%zu", last);
      kcfi_text_printf (writer->out,
			"</td><td><span class=\"bar\" style=\"width:%zupx\">"
			"</span> %zu</td></tr>\n",
			summary.histogram[i] * WIDTH / summary.most,
			summary.histogram[i]);
    }
  kcfi_text_add (writer->out, "</table>\n");
}

/* The first functions of CLASS, a name of several files once.  */

static void
write_names (struct writer *writer, const struct audit_ids *ids,
	     const struct audit_class *class)
{
  const struct audit *audit = writer->audit;
  const char *names[NAMES];
  unsigned count = 0;
  for (size_t i = 0; i < class->functions_count; i++)
    {
      const char *name
	  = audit_member_function (audit, &ids->functions[class->functions + i])
		->name;
      unsigned n = 0;
      while (n < count && strcmp (names[n], name) != 0)
	n++;
      if (n < count)
	continue;
      if (count == NAMES)
	{
	  kcfi_text_add (writer->out, ", ...");
	  return;
	}
      kcfi_text_add (writer->out, count ? ", " : "");
      audit_add_html_names (writer->out, name, writer->options);
      names[count++] = name;
    }
}

/* CLASS; MOST is the largest product of functions and calls, at least 1.  */

static void
write_class (struct writer *writer, const struct audit_ids *ids,
	     const struct audit_class *class, size_t most)
{
  enum
  {
    WIDTH = 150
  };
  const struct audit *audit = writer->audit;
  const char *prototype = audit_class_prototype (audit, class);
  size_t pairs = class->functions_count * class->sites_count;
  kcfi_text_printf (writer->out,
		    "<tr><td class=\"code\">0x%08x</td>"
		    "<td class=\"n\" data-n=\"%zu\">%zu</td>"
		    "<td class=\"n\" data-n=\"%zu\">%zu</td>",
		    class->id, class->functions_count, class->functions_count,
		    class->sites_count, class->sites_count);
  kcfi_text_printf (writer->out,
		    "<td data-n=\"%zu\"><span class=\"bar\" "
		    "style=\"width:%zupx\"></span> %zu</td>",
		    pairs, pairs * WIDTH / most, pairs);
  if (ids == &audit->ids)
    {
      kcfi_text_add (writer->out, "<td class=\"code\">");
      write_escaped (writer, prototype ? prototype : "?");
      kcfi_text_add (writer->out, "</td>");
    }
  kcfi_text_add (writer->out, "<td class=\"code\">");
  write_names (writer, ids, class);
  kcfi_text_add (writer->out, "</td></tr>\n");
}

/* The classes of IDS under HEADING; PREFIX is in front of what the tables are
   called.  */

static void
write_classes (struct writer *writer, const struct audit_ids *ids,
	       const char *heading, const char *prefix)
{
  write_histogram (writer, ids, heading, prefix);
  kcfi_text_printf (writer->out,
		    "<table id=\"%sids\"><thead><tr><th>id</th>"
		    "<th>functions</th><th>calls</th>"
		    "<th>functions &times; calls</th>%s"
		    "<th>such as</th></tr></thead><tbody>\n",
		    prefix,
		    ids == &writer->audit->ids ? "<th>prototype</th>" : "");
  const struct audit_class **classes = audit_reaching_classes (ids);
  size_t most = 1;
  if (ids->classes_count)
    most = classes[0]->functions_count * classes[0]->sites_count;
  for (size_t i = 0; i < ids->classes_count; i++)
    write_class (writer, ids, classes[i], most ? most : 1);
  free (classes);
  kcfi_text_add (writer->out, "</tbody></table>\n");
}

/* The row of REACH, of what is called NAME, in the table of reach.  */

static void
write_reach_row (struct writer *writer, const char *name,
		 const struct audit_reach *reach)
{
  int64_t mean = audit_mean_targets (reach);
  if (mean < 0)
    return;
  kcfi_text_add (writer->out, "<tr><td>");
  write_escaped (writer, name);
  kcfi_text_printf (writer->out,
		    "</td><td class=\"n\" data-n=\"%zu\">%zu</td>"
		    "<td class=\"n\" data-n=\"%" PRId64 "\">%" PRId64
		    ".%d</td>",
		    reach->checked, reach->checked, mean, mean / 1000000,
		    (int) (mean % 1000000 / 100000));
  const size_t targets[] = { reach->median, reach->ninetieth, reach->largest };
  for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
    kcfi_text_printf (writer->out, "<td class=\"n\" data-n=\"%zu\">%zu</td>",
		      targets[i], targets[i]);
  for (unsigned base = 0; base < AUDIT_BASES; base++)
    {
      int64_t part = audit_removed_part (reach, base);
      kcfi_text_printf (writer->out, "<td class=\"n\" data-n=\"%" PRId64 "\">",
			part);
      if (part != INT64_MIN)
	audit_print_part (writer->out, part);
      kcfi_text_add (writer->out, "</td>");
    }
  kcfi_text_add (writer->out, "</tr>\n");
}

static void
write_reach (struct writer *writer)
{
  const struct audit *audit = writer->audit;
  struct audit_reach all, reach;
  kcfi_text_add (
      writer->out,
      "<h2>Reach</h2>\n<p>How many functions a checked call lets through, and "
      "what that removes of all that a call could reach.</p>\n"
      "<table id=\"reach\"><thead><tr><th>file</th><th>checked calls</th>"
      "<th>mean</th><th>median</th><th>90&nbsp;% at most</th><th>largest</th>"
      "<th>removed of functions</th><th>of those with address taken</th>"
      "<th>of bytes of code</th></tr></thead><tbody>\n");
  audit_measure_reach (audit, &all);
  write_reach_row (writer, "all", &all);
  for (size_t i = 0; audit->files_count > 1 && i < audit->files_count; i++)
    {
      audit_measure_file_reach (audit, &audit->files[i], &all, &reach);
      write_reach_row (writer, audit->files[i].elf.name, &reach);
    }
  kcfi_text_add (writer->out, "</tbody></table>\n");
}

void
audit_report_html (struct kcfi_text *out, const struct audit *audit,
		   const struct audit_options *options)
{
  struct writer writer = { out, audit, options };
  kcfi_text_add (out, page_start);
  for (size_t i = 0; i < audit->files_count; i++)
    write_file (&writer, &audit->files[i]);
  kcfi_text_add (out, "<h2>Problems</h2>\n");
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    write_problem (&writer, problem);
  write_reach (&writer);
  write_classes (&writer, &audit->ids, "Type ids", "");
  if (audit->virtual_ids.classes_count)
    write_classes (&writer, &audit->virtual_ids, "Virtual ids", "virtual-");
  kcfi_text_add (out, page_end);
}
