/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of findings.  */

#define _GNU_SOURCE 1 /* vasprintf */
#include "findings.h"

#include <stdarg.h>
#include <stdio.h>

#include "../base/array.h"
#include "audit.h"

static struct audit_finding
make_finding (enum audit_problem problem, const char *format, va_list arguments)
{
  struct audit_finding finding = { .problem = problem };
  if (vasprintf (&finding.text, format, arguments) < 0)
    finding.text = kcfi_duplicate (format);
  return finding;
}

void
audit_add_finding (struct audit_file *file, enum audit_problem problem,
		   const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  AUDIT_APPEND (file, findings, make_finding (problem, format, arguments));
  va_end (arguments);
}

void
audit_place_finding (struct audit_file *file, uint64_t address,
		     const char *source, int line)
{
  struct audit_finding *finding = &file->findings[file->findings_count - 1];
  finding->placed = true;
  finding->address = address;
  finding->source = source;
  finding->line = line;
}

void
audit_place_function (struct audit_file *file, size_t number)
{
  const struct audit_debug_function *debug
      = file->debug ? &file->debug->functions[number] : NULL;
  audit_place_finding (file, file->elf.functions[number].address,
		       debug ? debug->file : NULL, debug ? debug->line : 0);
}

void
audit_add_common_finding (struct audit *audit, enum audit_problem problem,
			  const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  AUDIT_APPEND (audit, findings, make_finding (problem, format, arguments));
  va_end (arguments);
}

static size_t
count_findings (const struct audit_finding *findings, size_t count,
		enum audit_problem problem)
{
  size_t result = 0;
  for (size_t i = 0; i < count; i++)
    result += findings[i].problem == problem;
  return result;
}

size_t
audit_count_findings (const struct audit *audit, enum audit_problem problem)
{
  size_t result
      = count_findings (audit->findings, audit->findings_count, problem);
  for (size_t i = 0; i < audit->files_count; i++)
    result += count_findings (audit->files[i].findings,
			      audit->files[i].findings_count, problem);
  return result;
}

const char *
audit_describe_problem (enum audit_problem problem)
{
  static const char *const sentences[AUDIT_PROBLEMS] = {
    [AUDIT_PROBLEM_UNCHECKED]
    = "An indirect call or jump that needs a check has none.",
    [AUDIT_PROBLEM_SEPARATED]
    = "A check is not directly followed by the call that it is for.",
    [AUDIT_PROBLEM_TRAPS]
    = "The trap table does not list the traps of the checks.",
    [AUDIT_PROBLEM_TAKEN]
    = "A function whose address is taken has no type id: a checked call of "
      "it traps.",
    [AUDIT_PROBLEM_MIXED]
    = "Code with settings that do not fit together: correct calls trap.",
    [AUDIT_PROBLEM_PROOF]
    = "The type id of a function is not the one of its prototype in the "
      "debug information.",
    [AUDIT_PROBLEM_TYPEID]
    = "A __kcfi_typeid_ symbol is not the type id of its function.",
    [AUDIT_PROBLEM_TARGET] = "Calls have a type id that no function has.",
    [AUDIT_PROBLEM_COLLISION] = "Two prototypes have the same type id.",
    [AUDIT_PROBLEM_UNPROTECTED]
    = "Nothing in the files was compiled with KCFI.",
    [AUDIT_PROBLEM_VTABLE]
    = "A function in a virtual table has no virtual id: a checked call of "
      "it traps.",
    [AUDIT_PROBLEM_ADDED] = "An unchecked call is not in the baseline.",
    [AUDIT_PROBLEM_GROWN]
    = "More functions than in the baseline have a type id that is called.",
    [AUDIT_PROBLEM_LOST]
    = "A function that has a preamble in the baseline has none."
  };
  return sentences[problem];
}

const char *
audit_problem_name (enum audit_problem problem)
{
  static const char *const names[AUDIT_PROBLEMS]
      = { [AUDIT_PROBLEM_UNCHECKED] = "unchecked",
	  [AUDIT_PROBLEM_SEPARATED] = "separated",
	  [AUDIT_PROBLEM_TRAPS] = "traps",
	  [AUDIT_PROBLEM_TAKEN] = "taken",
	  [AUDIT_PROBLEM_MIXED] = "mixed",
	  [AUDIT_PROBLEM_PROOF] = "proof",
	  [AUDIT_PROBLEM_TYPEID] = "typeid",
	  [AUDIT_PROBLEM_TARGET] = "target",
	  [AUDIT_PROBLEM_COLLISION] = "collision",
	  [AUDIT_PROBLEM_UNPROTECTED] = "unprotected",
	  [AUDIT_PROBLEM_VTABLE] = "vtable",
	  [AUDIT_PROBLEM_ADDED] = "added",
	  [AUDIT_PROBLEM_GROWN] = "grown",
	  [AUDIT_PROBLEM_LOST] = "lost" };
  return names[problem];
}
