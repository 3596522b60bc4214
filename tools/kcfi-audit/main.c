/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-audit: says how well KCFI protects the code of a file.  */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../plugin/version.h"
#include "answer/diff.h"
#include "answer/explain.h"
#include "input.h"
#include "base/escape.h"
#include "base/progress.h"
#include "report/report.h"

enum
{
  STATUS_PROBLEM = 1,
  STATUS_ERROR = 2
};

/* Print MESSAGE, which is freed.  */

static int
fail (char *message)
{
  struct kcfi_text text = { 0 };
  audit_escape_text (&text, message);
  fprintf (stderr, "kcfi-audit: %s\n", text.bytes ? text.bytes : "");
  kcfi_text_free (&text);
  free (message);
  return STATUS_ERROR;
}

static int
write_output (const struct kcfi_text *text, const char *path)
{
  FILE *file = path ? fopen (path, "w") : stdout;
  if (!file)
    {
      fprintf (stderr, "kcfi-audit: %s: %s\n", path, strerror (errno));
      return STATUS_ERROR;
    }
  bool failed = text->length
		&& fwrite (text->bytes, 1, text->length, file) != text->length;
  failed |= fflush (file) != 0;
  if (path)
    failed |= fclose (file) != 0;
  if (!failed)
    return 0;
  fprintf (stderr, "kcfi-audit: %s: %s\n", path ? path : "standard output",
	   strerror (errno));
  return STATUS_ERROR;
}

static char *
read_known (const char *path, char **known)
{
  size_t size;
  FILE *file = fopen (path, "r");
  *known = file ? audit_read_stream (file, &size) : NULL;
  char *error = NULL;
  if (!*known)
    {
      struct kcfi_text text = { 0 };
      kcfi_text_printf (&text, "%s: %s", path, strerror (errno));
      error = kcfi_text_take (&text);
    }
  if (file)
    fclose (file);
  return error;
}

/* An audit and what it has open.  */
struct session
{
  struct audit audit;
  struct audit_input input;
};

static void
end_session (struct session *session)
{
  audit_free (&session->audit);
  audit_close_input (&session->input);
}

/* Read the COUNT files PATHS.  Unless the options say otherwise, debug
   information is read to DEPTH.  Returns an error as audit_open_path does.  */

static char *
read_files (struct session *session, const struct audit_options *options,
	    const char *const *paths, size_t count,
	    enum audit_debug_depth depth)
{
  *session = (struct session){ .input.depth
			       = options->debug ? depth : AUDIT_DEBUG_NONE };
  for (size_t i = 0; i < count; i++)
    {
      char *error
	  = audit_open_path (&session->input, &session->audit, paths[i]);
      if (error)
	return error;
    }
  return NULL;
}

static int
report (const struct audit_options *options)
{
  struct session session;
  struct kcfi_text out = { 0 };
  char *known = NULL;
  int status = 0;
  char *error = read_files (&session, options, options->operands,
			    options->operands_count, AUDIT_DEBUG_PROTOTYPES);
  if (!error && options->known_file)
    error = read_known (options->known_file, &known);
  if (!error && !session.audit.files_count)
    error = kcfi_duplicate ("only listings were named, and nothing to audit");
  if (error)
    status = fail (error);
  else
    {
      audit_finish (&session.audit, known);
      switch (options->format)
	{
	case AUDIT_TEXT:
	  audit_report_text (&out, &session.audit, options);
	  break;
	case AUDIT_JSON:
	  audit_report_json (&out, &session.audit, options);
	  break;
	case AUDIT_HTML:
	  audit_report_html (&out, &session.audit, options);
	  break;
	}
      status = write_output (&out, options->output_file);
      for (unsigned problem = 0; !status && problem < AUDIT_PROBLEMS; problem++)
	if ((options->fail_on >> problem & 1)
	    && audit_count_findings (&session.audit, problem))
	  status = STATUS_PROBLEM;
    }
  kcfi_text_free (&out);
  free (known);
  end_session (&session);
  return status;
}

/* Answer about the COUNT IDS, or about the log on standard input.  */

static int
answer (struct session *session, const struct audit_options *options,
	const uint32_t *ids, size_t count)
{
  struct kcfi_text out = { 0 };
  int status = 0;
  bool found = true;
  audit_finish (&session->audit, NULL);
  for (size_t i = 0; i < count; i++)
    found &= audit_explain_id (&out, &session->audit, ids[i], options);
  if (!count)
    {
      size_t size;
      char *log = audit_read_stream (stdin, &size);
      found
	  = log && audit_explain_log (&out, &session->audit, log, options) > 0;
      if (!found)
	status = fail (
	    kcfi_duplicate (log ? "there is no CFI report on standard input"
				: "standard input cannot be read"));
      free (log);
    }
  if (!status)
    status = write_output (&out, options->output_file);
  kcfi_text_free (&out);
  return status ? status : found ? 0 : STATUS_PROBLEM;
}

static int
explain (const struct audit_options *options)
{
  struct session session;
  size_t ids_count = 0, paths_count = 0;
  uint32_t *ids = kcfi_allocate (options->operands_count * sizeof *ids);
  const char **paths = kcfi_allocate (options->operands_count * sizeof *paths);
  for (size_t i = 0; i < options->operands_count; i++)
    if (audit_operand_id (options->operands[i], &ids[ids_count]))
      ids_count++;
    else
      paths[paths_count++] = options->operands[i];
  char *error = read_files (&session, options, paths, paths_count,
			    AUDIT_DEBUG_DECLARATIONS);
  int status
      = error ? fail (error) : answer (&session, options, ids, ids_count);
  end_session (&session);
  free (ids);
  free (paths);
  return status;
}

static int
diff (const struct audit_options *options)
{
  struct session sessions[2];
  struct kcfi_text out = { 0 };
  int status = 0;
  for (unsigned i = 0; i < 2; i++)
    {
      char *error = read_files (&sessions[i], options, &options->operands[i], 1,
				AUDIT_DEBUG_DECLARATIONS);
      if (error)
	status = fail (error);
      else
	audit_finish (&sessions[i].audit, NULL);
    }
  if (!status && !sessions[0].audit.listing != !sessions[1].audit.listing)
    status = fail (
	kcfi_duplicate ("a listing can only be compared with a listing"));
  if (!status)
    {
      size_t differences
	  = audit_diff (&out, &sessions[0].audit, &sessions[1].audit, options);
      status = write_output (&out, options->output_file);
      if (!status && differences)
	status = STATUS_PROBLEM;
    }
  kcfi_text_free (&out);
  end_session (&sessions[0]);
  end_session (&sessions[1]);
  return status;
}

int
main (int argc, char **argv)
{
  struct audit_options options;
  int status = 0;
  elf_version (EV_CURRENT);
  char *error
      = audit_parse_options (&options, argc, (const char *const *) argv);
  if (error)
    {
      status = fail (error);
      fputs ("kcfi-audit: see kcfi-audit --help\n", stderr);
    }
  audit_progress_enable (options.progress);
  if (!error)
    switch (options.command)
      {
      case AUDIT_COMMAND_HELP:
	audit_print_help (stdout);
	break;
      case AUDIT_COMMAND_VERSION:
	puts ("kcfi-audit " KCFI_VERSION);
	break;
      case AUDIT_COMMAND_REPORT:
	status = report (&options);
	break;
      case AUDIT_COMMAND_EXPLAIN:
	status = explain (&options);
	break;
      case AUDIT_COMMAND_DIFF:
	status = diff (&options);
	break;
      }
  free (options.operands);
  return status;
}
