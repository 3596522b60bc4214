/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit: says how well KCFI protects the code of a file.  */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../plugin/base/text.h"
#include "../../plugin/version.h"
#include "base/stream.h"
#include "kcfi-audit.h"
#include "options.h"

enum
{
  STATUS_PROBLEM = 1,
  STATUS_ERROR = 2
};

/* Print MESSAGE, which is freed.  */

static int
print_error (char *message)
{
  char *printable = kcfi_audit_printable (message);
  fprintf (stderr, "kcfi-audit: %s\n", printable);
  free (printable);
  free (message);
  return STATUS_ERROR;
}

/* Write TEXT, which is freed, to PATH, or to standard output if that is NULL.
 */

static int
write_output (char *text, const char *path)
{
  FILE *file = path ? fopen (path, "w") : stdout;
  bool failed = !file || fputs (text, file) == EOF || fflush (file) != 0;
  if (path && file)
    failed |= fclose (file) != 0;
  free (text);
  if (!failed)
    return 0;
  fprintf (stderr, "kcfi-audit: %s: %s\n", path ? path : "standard output",
	   strerror (errno));
  return STATUS_ERROR;
}

/* Read the file PATH into *TEXT, which the caller frees; nothing if it is NULL.
   Returns an error or NULL.  */

static char *
read_text (const char *path, char **text)
{
  size_t size;
  FILE *file = path ? fopen (path, "r") : NULL;
  struct kcfi_text error = { 0 };
  *text = file ? audit_read_stream (file, &size) : NULL;
  if (path && !*text)
    kcfi_text_printf (&error, "%s: %s", path, strerror (errno));
  if (file)
    fclose (file);
  return error.length ? kcfi_text_take (&error) : NULL;
}

/* Read the COUNT files PATHS into *AUDIT, which is to be freed.  Unless the
   options say otherwise, debug information is read to DEPTH.  Returns an error
   or NULL.  */

static char *
read_files (struct kcfi_audit **audit, const struct options *options,
	    const char *const *paths, size_t count, enum kcfi_audit_depth depth)
{
  *audit = kcfi_audit_new (options->debug ? depth : KCFI_AUDIT_NO_DEBUG);
  char *error = NULL;
  for (size_t i = 0; !error && i < count; i++)
    error = kcfi_audit_add_path (*audit, paths[i]);
  return error;
}

/* Whether AUDIT has a problem that is failure.  */

static int
status_of (struct kcfi_audit *audit, unsigned fail_on)
{
  for (unsigned problem = 0; problem < KCFI_AUDIT_PROBLEMS; problem++)
    if ((fail_on >> problem & 1) && kcfi_audit_count (audit, problem))
      return STATUS_PROBLEM;
  return 0;
}

/* Judge AUDIT by the files that OPTIONS names.  Returns an error or NULL.  */

static char *
judge_files (struct kcfi_audit *audit, const struct options *options)
{
  struct kcfi_audit_figures figures;
  char *known = NULL, *baseline = NULL;
  char *error = read_text (options->known_file, &known);
  if (!error)
    error = read_text (options->baseline_file, &baseline);
  if (!error)
    {
      kcfi_audit_finish (audit, known);
      kcfi_audit_figures (audit, &figures);
      if (!figures.files)
	error
	    = kcfi_duplicate ("only listings were named, and nothing to audit");
    }
  if (!error && baseline)
    error
	= kcfi_audit_compare_baseline (audit, options->baseline_file, baseline);
  free (known);
  free (baseline);
  return error;
}

static int
run_report (const struct options *options)
{
  struct kcfi_audit *audit;
  int status = 0;
  char *error = read_files (&audit, options, options->operands,
			    options->operands_count, KCFI_AUDIT_PROTOTYPES);
  if (!error)
    error = judge_files (audit, options);
  if (error)
    status = print_error (error);
  else if (options->new_baseline_file)
    status = write_output (kcfi_audit_baseline (audit),
			   options->new_baseline_file);
  if (!status)
    status = write_output (
	kcfi_audit_report (audit, options->format, &options->style),
	options->output_file);
  if (!status)
    status = status_of (audit, options->style.fail_on);
  kcfi_audit_free (audit);
  return status;
}

/* Answer about the COUNT IDS.  */

static int
explain_ids (struct kcfi_audit *audit, const struct options *options,
	     const uint32_t *ids, size_t count)
{
  struct kcfi_text out = { 0 };
  bool all_found = true;
  for (size_t i = 0; i < count; i++)
    {
      bool found;
      char *answer
	  = kcfi_audit_explain_id (audit, ids[i], &options->style, &found);
      kcfi_text_add (&out, answer);
      free (answer);
      all_found &= found;
    }
  int status = write_output (kcfi_text_take (&out), options->output_file);
  return status ? status : all_found ? 0 : STATUS_PROBLEM;
}

/* Answer about the log on standard input.  */

static int
explain_log (struct kcfi_audit *audit, const struct options *options)
{
  size_t size, reports;
  char *log = audit_read_stream (stdin, &size);
  if (!log)
    return print_error (kcfi_duplicate ("standard input cannot be read"));
  char *answer = kcfi_audit_explain_log (audit, log, &options->style, &reports);
  free (log);
  if (reports)
    return write_output (answer, options->output_file);
  free (answer);
  return print_error (
      kcfi_duplicate ("there is no CFI report on standard input"));
}

static int
run_explain (const struct options *options)
{
  struct kcfi_audit *audit;
  size_t ids_count = 0, paths_count = 0;
  uint32_t *ids = kcfi_allocate (options->operands_count * sizeof *ids);
  const char **paths = kcfi_allocate (options->operands_count * sizeof *paths);
  for (size_t i = 0; i < options->operands_count; i++)
    if (kcfi_audit_parse_id (options->operands[i], &ids[ids_count]))
      ids_count++;
    else
      paths[paths_count++] = options->operands[i];
  char *error = read_files (&audit, options, paths, paths_count,
			    KCFI_AUDIT_DECLARATIONS);
  int status = error	   ? print_error (error)
	       : ids_count ? explain_ids (audit, options, ids, ids_count)
			   : explain_log (audit, options);
  kcfi_audit_free (audit);
  free (ids);
  free (paths);
  return status;
}

static int
run_diff (const struct options *options)
{
  struct kcfi_audit *audits[2];
  int status = 0;
  for (unsigned i = 0; i < 2; i++)
    {
      char *error = read_files (&audits[i], options, &options->operands[i], 1,
				KCFI_AUDIT_DECLARATIONS);
      if (error)
	status = print_error (error);
    }
  if (!status)
    {
      size_t differences = 0;
      char *text = (options->format == KCFI_AUDIT_JSON ? kcfi_audit_diff_json
						       : kcfi_audit_diff) (
	  audits[0], audits[1], &options->style, &differences);
      if (!text)
	status = print_error (
	    kcfi_duplicate ("a listing can only be compared with a listing"));
      else
	status = write_output (text, options->output_file);
      if (!status && differences)
	status = STATUS_PROBLEM;
    }
  kcfi_audit_free (audits[0]);
  kcfi_audit_free (audits[1]);
  return status;
}

int
main (int argc, char **argv)
{
  struct options options;
  int status = 0;
  char *error = parse_options (&options, argc, (const char *const *) argv);
  if (error)
    {
      status = print_error (error);
      fputs ("kcfi-audit: see kcfi-audit --help\n", stderr);
    }
  kcfi_audit_show_progress (options.progress);
  if (!error)
    switch (options.command)
      {
      case COMMAND_HELP:
	print_help (stdout);
	break;
      case COMMAND_VERSION:
	puts ("kcfi-audit " KCFI_VERSION);
	break;
      case COMMAND_REPORT:
	status = run_report (&options);
	break;
      case COMMAND_EXPLAIN:
	status = run_explain (&options);
	break;
      case COMMAND_DIFF:
	status = run_diff (&options);
	break;
      }
  free (options.operands);
  return status;
}
