/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer's target: libkcfi-audit on whatever it is given.  What is no ELF
   file, archive or listing of print-ids is taken for a kernel log and for a
   baseline.  Each is read with all that reads it: debug information, the
   reports, explain, and diff and a baseline of itself.  */

#include <stdlib.h>
#include <string.h>

#include "../../../tools/kcfi-audit/kcfi-audit.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const struct kcfi_audit_style style = { .colour = true, .limit = 5 };

static void
explain_log (struct kcfi_audit *audit, const char *log)
{
  size_t reports;
  free (kcfi_audit_explain_log (audit, log, &style, &reports));
}

/* Nothing is worse than its own baseline.  */

static void
compare_baseline (struct kcfi_audit *audit)
{
  char *baseline = kcfi_audit_baseline (audit);
  if (kcfi_audit_compare_baseline (audit, "baseline", baseline)
      || kcfi_audit_count (audit, KCFI_AUDIT_ADDED)
      || kcfi_audit_count (audit, KCFI_AUDIT_GROWN)
      || kcfi_audit_count (audit, KCFI_AUDIT_LOST))
    abort ();
  free (baseline);
}

/* All that asks AUDIT for results.  Guessing at ids that nothing has would take
   all the time.  */

static void
read_results (struct kcfi_audit *audit)
{
  static const char log[]
      = "CFI failure at checked_twice+0x1c/0x30 (target: exempt+0x0/0x10; "
	"expected type: 0x00050794)";
  struct kcfi_audit_figures figures;
  struct kcfi_audit_finding finding;
  bool found;
  size_t differences;
  kcfi_audit_finish (audit, "exempt # known\n");
  kcfi_audit_figures (audit, &figures);
  for (size_t i = 0; kcfi_audit_finding (audit, i, &finding); i++)
    if (!strlen (finding.text))
      abort ();
  for (int format = KCFI_AUDIT_TEXT; format <= KCFI_AUDIT_SARIF; format++)
    free (kcfi_audit_report (audit, format, &style));
  if (kcfi_audit_prototype (audit, 0x00050794))
    free (kcfi_audit_explain_id (audit, 0x00050794, &style, &found));
  explain_log (audit, log);
  compare_baseline (audit);
  free (kcfi_audit_diff (audit, audit, &style, &differences));
  if (differences)
    abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  struct kcfi_audit *audit = kcfi_audit_new (KCFI_AUDIT_DECLARATIONS);
  char *error = kcfi_audit_add_bytes (audit, "input", data, size);
  if (!error)
    read_results (audit);
  else if (!size || (data[0] != '\177' && data[0] != '!'))
    {
      char *log = malloc (size + 1);
      memcpy (log, data, size);
      log[size] = '\0';
      explain_log (audit, log);
      free (kcfi_audit_compare_baseline (audit, "input", log));
      free (log);
    }
  free (error);
  kcfi_audit_free (audit);
  return 0;
}
