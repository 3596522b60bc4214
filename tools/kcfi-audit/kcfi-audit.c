/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as it is seen from outside.  */

#include "kcfi-audit.h"

#include <stdlib.h>

#include "answer/diff.h"
#include "answer/explain.h"
#include "base/escape.h"
#include "base/progress.h"
#include "input.h"
#include "judge/baseline.h"
#include "judge/pipeline.h"
#include "model/listing.h"
#include "report/report.h"
#include "report/summary.h"

struct kcfi_audit
{
  struct audit audit;
  struct audit_input input;
  bool finished;
};

const char *
kcfi_audit_problem_name (enum kcfi_audit_problem problem)
{
  return audit_problem_name ((enum audit_problem) problem);
}

struct kcfi_audit *
kcfi_audit_new (enum kcfi_audit_depth depth)
{
  elf_version (EV_CURRENT);
  struct kcfi_audit *audit = kcfi_allocate (sizeof *audit);
  *audit = (struct kcfi_audit){ .input.depth = depth };
  return audit;
}

void
kcfi_audit_free (struct kcfi_audit *audit)
{
  if (!audit)
    return;
  audit_free (&audit->audit);
  audit_close_input (&audit->input);
  free (audit);
}

/* An error if nothing can be added to AUDIT under NAME any more.  */

static char *
refuse_late (const struct kcfi_audit *audit, const char *name)
{
  struct kcfi_text text = { 0 };
  if (!audit->finished)
    return NULL;
  kcfi_text_printf (&text, "%s: cannot be added: the audit is finished", name);
  return kcfi_text_take (&text);
}

char *
kcfi_audit_add_path (struct kcfi_audit *audit, const char *path)
{
  char *error = refuse_late (audit, path);
  return error ? error : audit_open_path (&audit->input, &audit->audit, path);
}

char *
kcfi_audit_add_bytes (struct kcfi_audit *audit, const char *name,
		      const void *bytes, size_t size)
{
  char *error = refuse_late (audit, name);
  return error ? error
	       : audit_open_bytes (&audit->input, &audit->audit, name, bytes,
				   size);
}

void
kcfi_audit_finish (struct kcfi_audit *audit, const char *known)
{
  if (!audit->finished)
    audit_finish (&audit->audit, known);
  audit->finished = true;
}

/* --- Results ------------------------------------------------------------- */

/* What AUDIT, which is finished now, found.  */

static struct audit *
finish_audit (struct kcfi_audit *audit)
{
  kcfi_audit_finish (audit, NULL);
  return &audit->audit;
}

void
kcfi_audit_figures (struct kcfi_audit *audit,
		    struct kcfi_audit_figures *figures)
{
  const struct audit *results = finish_audit (audit);
  *figures = (struct kcfi_audit_figures){ .files = results->files_count,
					  .ids = results->ids.classes_count };
  if (results->listing)
    figures->listings = results->listing->texts_count;
  for (size_t i = 0; i < results->files_count; i++)
    {
      struct audit_file_summary summary;
      audit_summarize_file (&results->files[i], &summary);
      figures->functions += summary.functions;
      figures->preambles += summary.preambles;
      for (unsigned kind = 0; kind < 2; kind++)
	{
	  figures->sites += summary.sites[kind];
	  figures->checked += summary.checked[kind];
	  figures->excused += summary.excused[kind];
	  figures->unchecked += summary.unchecked[kind];
	}
      figures->proved += results->files[i].proof.equal;
    }
}

size_t
kcfi_audit_count (struct kcfi_audit *audit, enum kcfi_audit_problem problem)
{
  return audit_count_findings (finish_audit (audit),
			       (enum audit_problem) problem);
}

/* Fill FINDING with number *NUMBER of the COUNT FINDINGS of FILE; false, and
 *NUMBER is counted down, if there are not so many.  */

static bool
take_finding (const struct audit_finding *findings, size_t count,
	      const char *file, size_t *number,
	      struct kcfi_audit_finding *finding)
{
  if (*number >= count)
    {
      *number -= count;
      return false;
    }
  finding->problem = (enum kcfi_audit_problem) findings[*number].problem;
  finding->file = file;
  finding->text = findings[*number].text;
  return true;
}

bool
kcfi_audit_finding (struct kcfi_audit *audit, size_t number,
		    struct kcfi_audit_finding *finding)
{
  const struct audit *results = finish_audit (audit);
  for (size_t i = 0; i < results->files_count; i++)
    {
      const struct audit_file *file = &results->files[i];
      if (take_finding (file->findings, file->findings_count, file->elf.name,
			&number, finding))
	return true;
    }
  return take_finding (results->findings, results->findings_count, NULL,
		       &number, finding);
}

/* --- Comparing with an earlier build ------------------------------------- */

char *
kcfi_audit_baseline (struct kcfi_audit *audit)
{
  struct audit_baseline baseline = { 0 };
  struct kcfi_text out = { 0 };
  audit_collect_baseline (finish_audit (audit), &baseline);
  audit_print_baseline (&out, &baseline);
  audit_baseline_free (&baseline);
  return kcfi_text_take (&out);
}

char *
kcfi_audit_compare_baseline (struct kcfi_audit *audit, const char *name,
			     const char *text)
{
  struct audit_baseline baseline = { 0 };
  char *error = audit_read_baseline (&baseline, name, text);
  if (!error)
    audit_compare_baseline (finish_audit (audit), &baseline);
  audit_baseline_free (&baseline);
  return error;
}

/* --- Texts --------------------------------------------------------------- */

static struct audit_options
options_of (const struct kcfi_audit *audit,
	    const struct kcfi_audit_style *style)
{
  return (struct audit_options){ .fail_on = style->fail_on,
				 .debug
				 = audit->input.depth != KCFI_AUDIT_NO_DEBUG,
				 .mangled = style->mangled,
				 .colour = style->colour,
				 .limit = style->limit,
				 .loaded_elsewhere = style->loaded_elsewhere,
				 .load_address = style->load_address };
}

char *
kcfi_audit_report (struct kcfi_audit *audit, enum kcfi_audit_format format,
		   const struct kcfi_audit_style *style)
{
  const struct audit *results = finish_audit (audit);
  const struct audit_options options = options_of (audit, style);
  struct kcfi_text out = { 0 };
  switch (format)
    {
    case KCFI_AUDIT_TEXT:
      audit_report_text (&out, results, &options);
      break;
    case KCFI_AUDIT_JSON:
      audit_report_json (&out, results, &options);
      break;
    case KCFI_AUDIT_HTML:
      audit_report_html (&out, results, &options);
      break;
    case KCFI_AUDIT_SARIF:
      audit_report_sarif (&out, results, &options);
      break;
    case KCFI_AUDIT_LINE:
      audit_report_line (&out, results, &options);
      break;
    }
  return kcfi_text_take (&out);
}

bool
kcfi_audit_parse_id (const char *text, uint32_t *id)
{
  return audit_operand_id (text, id);
}

const char *
kcfi_audit_prototype (struct kcfi_audit *audit, uint32_t id)
{
  const struct audit_prototype *prototype
      = audit_find_prototype (finish_audit (audit), id);
  if (!prototype)
    return NULL;
  return prototype->declaration ? prototype->declaration : prototype->string;
}

char *
kcfi_audit_explain_id (struct kcfi_audit *audit, uint32_t id,
		       const struct kcfi_audit_style *style, bool *found)
{
  const struct audit_options options = options_of (audit, style);
  struct kcfi_text out = { 0 };
  *found = audit_explain_id (&out, finish_audit (audit), id, &options);
  return kcfi_text_take (&out);
}

char *
kcfi_audit_explain_log (struct kcfi_audit *audit, const char *log,
			const struct kcfi_audit_style *style, size_t *reports)
{
  const struct audit_options options = options_of (audit, style);
  struct kcfi_text out = { 0 };
  *reports = audit_explain_log (&out, finish_audit (audit), log, &options);
  return kcfi_text_take (&out);
}

typedef size_t differ_function (struct kcfi_text *out, const struct audit *old,
				const struct audit *new,
				const struct audit_options *options);

static char *
compare_builds (struct kcfi_audit *old_build, struct kcfi_audit *new_build,
		const struct kcfi_audit_style *style, size_t *differences,
		differ_function *differ)
{
  const struct audit *old = finish_audit (old_build),
		     *new = finish_audit (new_build);
  if (!old->listing != !new->listing)
    return NULL;
  const struct audit_options options = options_of (new_build, style);
  struct kcfi_text out = { 0 };
  *differences = differ (&out, old, new, &options);
  return kcfi_text_take (&out);
}

char *
kcfi_audit_diff (struct kcfi_audit *old_build, struct kcfi_audit *new_build,
		 const struct kcfi_audit_style *style, size_t *differences)
{
  return compare_builds (old_build, new_build, style, differences, audit_diff);
}

char *
kcfi_audit_diff_json (struct kcfi_audit *old_build,
		      struct kcfi_audit *new_build,
		      const struct kcfi_audit_style *style, size_t *differences)
{
  return compare_builds (old_build, new_build, style, differences,
			 audit_diff_json);
}

char *
kcfi_audit_printable (const char *string)
{
  struct kcfi_text out = { 0 };
  audit_escape_text (&out, string);
  return kcfi_text_take (&out);
}

void
kcfi_audit_show_progress (bool show)
{
  audit_progress_enable (show);
}
