/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a file.  A report prints them in this order; where two reports
   have another order, a figure is listed for each.  */

#include "figures.h"

#include <elf.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/array.h"
#include "../scan/scan.h"
#include "summary.h"

static void
add_figure (struct audit_figures *figures, const struct audit_figure *figure)
{
  AUDIT_APPEND (figures, list, *figure);
}

#define ADD(FIGURES, ...)                                                      \
  add_figure (FIGURES, &(struct audit_figure){ __VA_ARGS__ })

static void
add_sites (struct audit_figures *figures,
	   const struct audit_file_summary *summary, unsigned kind)
{
  static const struct
  {
    const char *group;
    enum audit_line line;
    const char *all, *checked, *unchecked, *excused;
  } kinds[] = { { "calls", AUDIT_LINE_CALLS, "indirect calls", "checked calls",
		  "unchecked calls", "calls that need no check" },
		{ "jumps", AUDIT_LINE_JUMPS, "indirect jumps", "checked jumps",
		  "unchecked jumps", "jumps that need no check" } };
  const char *group = kinds[kind].group;
  enum audit_line line = kinds[kind].line;
  ADD (figures, .value = summary->sites[kind], .group = group, .key = "total",
       .label = kinds[kind].all, .line = line, .phrase = "# indirect");
  ADD (figures, .value = summary->checked[kind], .group = group,
       .key = "checked", .label = kinds[kind].checked, .line = line,
       .separator = ": ", .phrase = "# checked");
  ADD (figures, .value = summary->unchecked[kind], .bad = true, .group = group,
       .key = "unchecked", .label = kinds[kind].unchecked, .line = line,
       .separator = ", ", .phrase = "# unchecked");
  ADD (figures, .value = summary->excused[kind], .group = group,
       .key = "excused", .label = kinds[kind].excused, .line = line,
       .separator = ", ", .phrase = "# need no check",
       .phrase_of_one = "# needs no check");
}

static void
add_reasons (struct audit_figures *figures,
	     const struct audit_file_summary *summary)
{
  for (unsigned reason = AUDIT_CHECKED + 1; reason < AUDIT_REASONS; reason++)
    {
      struct audit_site site = { .reason = reason };
      struct audit_figure figure = { .value = summary->reasons[reason],
				     .label = audit_reason_text (&site),
				     .reason = true,
				     .line = AUDIT_LINE_WITHOUT,
				     .separator = ", " };
      snprintf (figure.phrase, sizeof figure.phrase, "%s #", figure.label);
      if (figure.value)
	add_figure (figures, &figure);
    }
}

/* C has nothing of this: only JSON has it always.  */

static void
add_virtual (struct audit_figures *figures, const struct audit_file *file,
	     const struct audit_file_summary *summary)
{
  static const char group[] = "virtual";
  const struct audit_vtables *vtables = &file->vtables;
  bool any = audit_virtual_p (file, summary);
  enum audit_line line = any ? AUDIT_LINE_VIRTUAL : AUDIT_LINE_NONE;
  ADD (figures, .value = summary->virtual_checked, .group = group,
       .key = "checked", .label = any ? "checked virtual calls" : NULL,
       .line = line, .phrase = "calls: # checked");
  ADD (figures, .value = summary->virtual_unchecked, .bad = true,
       .group = group, .key = "unchecked",
       .label = any ? "unchecked virtual calls, as it seems" : NULL,
       .line = line, .separator = ", ", .phrase = "# unchecked, as it seems");
  ADD (figures, .value = summary->virtual_functions, .group = group,
       .key = "functions", .label = any ? "with a virtual id" : NULL,
       .line = line, .separator = "; ",
       .phrase = "# functions with a virtual id",
       .phrase_of_one = "# function with a virtual id");
  ADD (figures, .value = vtables->tables, .group = group, .key = "tables",
       .label = any ? "virtual tables" : NULL, .line = line, .separator = "; ",
       .phrase = "# tables", .phrase_of_one = "# table");
  ADD (figures, .value = vtables->entries, .group = group, .key = "entries",
       .line = line, .separator = ": ", .phrase = "# entries",
       .phrase_of_one = "# entry");
  ADD (figures, .value = vtables->without, .group = group,
       .key = "entries_without_id",
       .label = any ? "entries without a virtual id" : NULL, .line = line,
       .separator = ", ", .phrase = "# without a virtual id");
}

static size_t
count_problems (const struct audit_file *file, enum audit_problem problem)
{
  size_t count = 0;
  for (size_t i = 0; i < file->findings_count; i++)
    count += file->findings[i].problem == problem;
  return count;
}

static void
add_checks (struct audit_figures *figures, const struct audit_file *file,
	    const struct audit_file_summary *summary)
{
  size_t checked = summary->checked[0] + summary->checked[1];
  enum audit_line fineibt
      = file->elf.machine == EM_X86_64 ? AUDIT_LINE_FINEIBT : AUDIT_LINE_NONE;
  struct audit_figure ready
      = { .value = summary->fineibt, .key = "fineibt_calls", .line = fineibt };
  snprintf (ready.phrase, sizeof ready.phrase, "%s: # of ",
	    checked && summary->fineibt == checked ? "ready" : "not ready");
  ADD (figures, .value = file->checks_count, .key = "checks",
       .line = AUDIT_LINE_CHECKS, .phrase = "#");
  ADD (figures, .value = count_problems (file, AUDIT_PROBLEM_SEPARATED),
       .bad = true, .line = AUDIT_LINE_CHECKS, .separator = ", ",
       .phrase = "# not directly before their call");
  add_figure (figures, &ready);
  ADD (figures, .value = checked, .line = fineibt,
       .phrase = "# checked calls have its form");
  if (!file->machine->has_trap_table)
    return;
  ADD (figures, .value = file->traps_count, .key = "traps",
       .label = "entries of the trap table", .line = AUDIT_LINE_TRAPS,
       .phrase = "# entries", .phrase_of_one = "# entry");
  ADD (figures, .value = count_problems (file, AUDIT_PROBLEM_TRAPS),
       .bad = true, .line = AUDIT_LINE_TRAPS, .separator = ", ",
       .phrase = "# missing, stray or damaged");
}

static void
add_functions (struct audit_figures *figures,
	       const struct audit_file_summary *summary)
{
  ADD (figures, .value = summary->functions, .key = "functions",
       .label = "functions", .line = AUDIT_LINE_FUNCTIONS, .phrase = "#");
  ADD (figures, .value = summary->preambles, .key = "preambles",
       .label = "with preamble", .line = AUDIT_LINE_FUNCTIONS,
       .separator = ": ", .phrase = "# with preamble");
  ADD (figures, .value = summary->without, .key = "without_preamble",
       .line = AUDIT_LINE_FUNCTIONS, .separator = ", ",
       .phrase = "# without (");
  ADD (figures, .value = summary->taken_without, .bad = true,
       .key = "taken_without_preamble",
       .label = "without preamble, but with their address taken",
       .line = AUDIT_LINE_FUNCTIONS, .phrase = "# with their address taken)");
}

static void
add_offsets (struct audit_figures *figures,
	     const struct audit_file_summary *summary)
{
  ADD (figures, .group = "hash_offsets");
  for (size_t i = 0; i < summary->offsets_count; i++)
    {
      struct audit_figure figure = { .value = summary->offsets[i].count,
				     .group = "hash_offsets",
				     .line = AUDIT_LINE_PREAMBLES,
				     .separator = ", " };
      uint32_t offset = summary->offsets[i].offset;
      snprintf (figure.key, sizeof figure.key, "%" PRIu32, offset);
      snprintf (figure.phrase, sizeof figure.phrase, "%s# at -%" PRIu32,
		i ? "" : "hash: ", offset);
      add_figure (figures, &figure);
    }
  if (summary->other_offsets)
    ADD (figures, .value = summary->other_offsets, .line = AUDIT_LINE_PREAMBLES,
	 .separator = ", ", .phrase = "# elsewhere");
}

static void
add_alignments (struct audit_figures *figures,
		const struct audit_file_summary *summary)
{
  ADD (figures, .group = "alignments");
  for (unsigned i = 0; i < AUDIT_ALIGNMENTS; i++)
    {
      struct audit_figure figure
	  = { .value = summary->alignments[i], .group = "alignments" };
      snprintf (figure.key, sizeof figure.key, "%u", 1u << i);
      if (figure.value)
	add_figure (figures, &figure);
    }
  /* Text has the largest first.  */
  for (unsigned i = AUDIT_ALIGNMENTS; i--;)
    {
      struct audit_figure figure = { .value = summary->alignments[i],
				     .line = AUDIT_LINE_ALIGNMENT,
				     .separator = ", " };
      snprintf (figure.phrase, sizeof figure.phrase, "# at %u%s", 1u << i,
		i + 1 == AUDIT_ALIGNMENTS ? " or more" : "");
      if (figure.value)
	add_figure (figures, &figure);
    }
}

static void
add_preambles (struct audit_figures *figures, const struct audit_file *file,
	       const struct audit_file_summary *summary)
{
  enum audit_line line
      = summary->preambles ? AUDIT_LINE_PREAMBLES : AUDIT_LINE_NONE;
  ADD (figures, .value = summary->never_taken, .key = "preambles_not_needed");
  ADD (figures, .value = summary->arity, .key = "preambles_with_arity");
  add_offsets (figures, summary);
  if (file->machine->has_preamble_symbols && summary->arity)
    ADD (figures, .line = line, .separator = "; ",
	 .phrase = "with the number of arguments");
  else if (file->machine->has_preamble_symbols)
    ADD (figures, .line = line, .separator = "; ",
	 .phrase = "without the number of arguments");
  ADD (figures, .value = summary->never_taken, .line = line, .separator = "; ",
       .phrase = "# not needed by this file");
  add_alignments (figures, summary);
}

static void
add_bytes (struct audit_figures *figures,
	   const struct audit_file_summary *summary)
{
  static const char group[] = "bytes";
  enum audit_line line = AUDIT_LINE_BYTES;
  ADD (figures, .value = summary->check_bytes, .group = group, .key = "checks",
       .label = "bytes of checks", .line = line, .phrase = "# of checks");
  ADD (figures, .value = summary->preamble_bytes, .group = group,
       .key = "preambles", .label = "bytes of preambles", .line = line,
       .separator = ", ", .phrase = "# of preambles");
  ADD (figures, .value = summary->padding_bytes, .group = group,
       .key = "padding", .label = "bytes of padding in front of preambles",
       .line = line, .separator = ", ", .phrase = "# of padding before them");
  ADD (figures, .value = summary->trap_bytes, .group = group, .key = "traps",
       .label = "bytes of the trap table", .line = line, .separator = ", ",
       .phrase = "# of the trap table");
}

static void
add_proof (struct audit_figures *figures, const struct audit_proof *proof)
{
  static const char group[] = "proof";
  enum audit_line line = AUDIT_LINE_PROOF;
  ADD (figures, .value = proof->equal, .group = group, .key = "equal",
       .line = line, .phrase = "# ids equal those of debug information",
       .phrase_of_one = "# id equals that of debug information");
  ADD (figures, .value = proof->equal + proof->numbered + proof->assumed,
       .label = "ids equal to those of debug information");
  ADD (figures, .value = proof->different, .bad = true, .group = group,
       .key = "different",
       .label = "ids that differ from those of debug information", .line = line,
       .separator = ", ", .phrase = "# differ", .phrase_of_one = "# differs");
  ADD (figures, .value = proof->numbered, .group = group, .key = "numbered",
       .line = proof->numbered ? line : AUDIT_LINE_NONE, .separator = ", ",
       .phrase = "# equal under a number of an unnamed tag");
  ADD (figures, .value = proof->assumed, .group = group, .key = "assumed",
       .line = proof->assumed ? line : AUDIT_LINE_NONE, .separator = ", ",
       .phrase = "# equal if a union is transparent or a tag local to a "
		 "parameter list");
  ADD (figures, .value = proof->undecided, .group = group, .key = "undecided",
       .line = proof->undecided ? line : AUDIT_LINE_NONE, .separator = ", ",
       .phrase = "# undecided");
  ADD (figures, .value = proof->without, .group = group,
       .key = "without_debug_information", .line = line, .separator = "; ",
       .phrase = "# without debug information");
  ADD (figures, .value = proof->split, .group = group, .key = "split_units",
       .line = proof->split ? line : AUDIT_LINE_NONE, .separator = "; ",
       .phrase = "# units not read, since their .dwo files were not found",
       .phrase_of_one = "# unit not read, since its .dwo file was not found");
  ADD (figures, .value = proof->foreign, .group = group,
       .key = "units_not_in_c", .line = proof->foreign ? line : AUDIT_LINE_NONE,
       .separator = "; ",
       .phrase = "# units not in C, whose ids are not proven",
       .phrase_of_one = "# unit not in C, whose ids are not proven");
}

void
audit_list_figures (struct audit_figures *figures,
		    const struct audit_file *file,
		    const struct audit_options *options)
{
  struct audit_file_summary summary;
  audit_summarize_file (file, &summary);
  add_sites (figures, &summary, AUDIT_CALL);
  add_sites (figures, &summary, AUDIT_JUMP);
  add_reasons (figures, &summary);
  add_virtual (figures, file, &summary);
  add_checks (figures, file, &summary);
  add_functions (figures, &summary);
  add_preambles (figures, file, &summary);
  add_bytes (figures, &summary);
  if (file->debug)
    add_proof (figures, &file->proof);
  else if (options->debug)
    ADD (figures, .line = AUDIT_LINE_PROOF, .phrase = "no debug information");
  else
    ADD (figures, .line = AUDIT_LINE_PROOF,
	 .phrase = "debug information not read");
}

void
audit_free_figures (struct audit_figures *figures)
{
  free (figures->list);
}

const char *
audit_line_name (enum audit_line line)
{
  static const char *const names[AUDIT_LINES]
      = { [AUDIT_LINE_NONE] = "",
	  [AUDIT_LINE_CALLS] = "calls",
	  [AUDIT_LINE_JUMPS] = "jumps",
	  [AUDIT_LINE_WITHOUT] = "without",
	  [AUDIT_LINE_VIRTUAL] = "virtual",
	  [AUDIT_LINE_CHECKS] = "checks",
	  [AUDIT_LINE_TRAPS] = "trap table",
	  [AUDIT_LINE_FINEIBT] = "FineIBT",
	  [AUDIT_LINE_FUNCTIONS] = "functions",
	  [AUDIT_LINE_PREAMBLES] = "preambles",
	  [AUDIT_LINE_ALIGNMENT] = "alignment",
	  [AUDIT_LINE_BYTES] = "bytes",
	  [AUDIT_LINE_PROOF] = "proof" };
  return names[line];
}
