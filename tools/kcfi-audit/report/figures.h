/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a file: what each report prints of them, and how.  */

#ifndef AUDIT_FIGURES_H
#define AUDIT_FIGURES_H

#include "../model/audit-file.h"
#include "options.h"

/* The lines of the report as text, from top to bottom.  */
enum audit_line
{
  AUDIT_LINE_NONE,
  AUDIT_LINE_CALLS,
  AUDIT_LINE_JUMPS,
  AUDIT_LINE_WITHOUT,
  AUDIT_LINE_VIRTUAL,
  AUDIT_LINE_CHECKS,
  AUDIT_LINE_TRAPS,
  AUDIT_LINE_FINEIBT,
  AUDIT_LINE_FUNCTIONS,
  AUDIT_LINE_PREAMBLES,
  AUDIT_LINE_ALIGNMENT,
  AUDIT_LINE_BYTES,
  AUDIT_LINE_PROOF,
  AUDIT_LINES
};

struct audit_figure
{
  size_t value;
  bool bad; /* If it is not 0.  */

  /* JSON has it as member KEY, if that is not empty, of object GROUP, or of the
     file if that is NULL.  A group without a key may be empty.  */
  const char *group;
  char key[32];

  /* HTML has it in a row called LABEL, unless that is NULL.  REASON: why calls
     and jumps have no check.  */
  const char *label;
  bool reason;

  /* Text has it on LINE: PHRASE, whose `#' is the value, behind SEPARATOR (NULL:
     nothing) if it is not the first there.  */
  enum audit_line line;
  const char *separator;
  char phrase[80];
  const char *phrase_of_one; /* The same if the value is 1; NULL: no other.  */
};

struct audit_figures
{
  struct audit_figure *list;
  size_t list_count, list_capacity;
};

/* The figures of FILE in FIGURES, which is empty; to be freed with
   audit_free_figures.  */
void audit_list_figures (struct audit_figures *figures,
			 const struct audit_file *file,
			 const struct audit_options *options);
void audit_free_figures (struct audit_figures *figures);

/* What LINE is called.  */
const char *audit_line_name (enum audit_line line);

#endif
