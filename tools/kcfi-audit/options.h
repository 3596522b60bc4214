/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of kcfi-audit.  */

#ifndef AUDIT_OPTIONS_H
#define AUDIT_OPTIONS_H

#include <stdio.h>

#include "model/audit.h"

enum audit_command
{
  AUDIT_COMMAND_REPORT,
  AUDIT_COMMAND_EXPLAIN,
  AUDIT_COMMAND_DIFF,
  AUDIT_COMMAND_HELP,
  AUDIT_COMMAND_VERSION
};

enum audit_format
{
  AUDIT_TEXT,
  AUDIT_JSON,
  AUDIT_HTML
};

struct audit_options
{
  enum audit_command command;
  enum audit_format format;
  unsigned fail_on;	   /* Bits 1 << enum audit_problem.  */
  const char *known_file;  /* Functions that may be unchecked, or NULL.  */
  const char *output_file; /* Or NULL for standard output.  */
  bool debug;		   /* Read debug information.  */
  bool colour;
  bool progress;
  size_t limit;		 /* Lines of a list in the text report.  */
  const char **operands; /* Files; for explain also ids.  */
  size_t operands_count;
};

/* Read ARGV into OPTIONS.  Returns NULL, or an error for the user, who also
   needs a hint to --help; the caller frees it.  OPTIONS->operands is to be
   freed.  */
char *audit_parse_options (struct audit_options *options, int argc,
			   const char *const *argv);

/* What the options do.  */
void audit_print_help (FILE *file);

#endif
