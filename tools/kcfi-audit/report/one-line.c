/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of one line, for the log of a build.  */

#include "../base/escape.h"
#include "report.h"
#include "summary.h"

struct totals
{
  size_t checked, unchecked, functions, preambles;
};

static struct totals
add_up (const struct audit *audit)
{
  struct totals totals = { 0 };
  for (size_t i = 0; i < audit->files_count; i++)
    {
      struct audit_file_summary summary;
      audit_summarize_file (&audit->files[i], &summary);
      totals.checked += summary.checked[0] + summary.checked[1];
      totals.unchecked += summary.unchecked[0] + summary.unchecked[1];
      totals.functions += summary.functions;
      totals.preambles += summary.preambles;
    }
  return totals;
}

/* Behind HEADING, how many findings there are of each problem in WANTED; false if
   there are none.  */

static bool
add_problems (struct kcfi_text *out, const struct audit *audit,
	      const char *heading, unsigned wanted)
{
  bool any = false;
  for (unsigned problem = 0; problem < AUDIT_PROBLEMS; problem++)
    {
      size_t count = audit_count_findings (audit, problem);
      if (!count || !(wanted >> problem & 1))
	continue;
      kcfi_text_printf (out, "%s%s %zu", any ? ", " : heading,
			audit_problem_name (problem), count);
      any = true;
    }
  return any;
}

void
audit_report_line (struct kcfi_text *out, const struct audit *audit,
		   const struct audit_options *options)
{
  struct totals totals = add_up (audit);
  size_t calls = totals.checked + totals.unchecked;
  if (audit->files_count == 1)
    audit_escape_text (out, audit->files[0].elf.name);
  else
    kcfi_text_printf (out, "%zu files", audit->files_count);
  kcfi_text_printf (out, ": %zu of %zu calls and jumps checked", totals.checked,
		    calls);
  /* Rounded down: 100 % is all of them.  */
  if (calls)
    kcfi_text_printf (out, " (%zu.%zu %%)", totals.checked * 100 / calls,
		      totals.checked * 1000 / calls % 10);
  kcfi_text_printf (out, ", %zu of %zu functions with preamble",
		    totals.preambles, totals.functions);
  add_problems (out, audit, "; found: ", ~options->fail_on);
  if (!add_problems (out, audit, "; FAILS: ", options->fail_on))
    kcfi_text_add (out, "; passes");
  kcfi_text_add (out, "\n");
}
