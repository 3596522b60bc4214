/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of kcfi-audit.  */

#ifndef AUDIT_COMMAND_LINE_H
#define AUDIT_COMMAND_LINE_H

#include <stdio.h>

#include "kcfi-audit.h"

enum command
{
  COMMAND_REPORT,
  COMMAND_EXPLAIN,
  COMMAND_DIFF,
  COMMAND_HELP,
  COMMAND_VERSION
};

struct options
{
  enum command command;
  enum kcfi_audit_format format;
  struct kcfi_audit_style style;
  const char *known_file;    /* Functions that may be unchecked, or NULL.  */
  const char *output_file;   /* Or NULL for standard output.  */
  const char *baseline_file; /* To compare with, or NULL.  */
  const char *new_baseline_file; /* To write, or NULL.  */
  bool debug;			 /* Read debug information.  */
  bool progress;
  const char **operands; /* Files; for explain also ids.  */
  size_t operands_count;
};

/* Read ARGV into OPTIONS.  Returns NULL, or an error for the user, who also
   needs a hint to --help; the caller frees it.  OPTIONS->operands is to be
   freed.  */
char *parse_options (struct options *options, int argc,
		     const char *const *argv);

/* What the options do.  */
void print_help (FILE *file);

#endif
