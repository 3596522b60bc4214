/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer's target: kcfi-audit on whatever it is given.  By its first bytes
   that is an ELF file or an archive, a listing of print-ids, or a kernel log.
   Each is read with all that reads it: debug information, the three reports,
   explain, and diff with itself.  */

#include <stdlib.h>
#include <string.h>

#include "../../../tools/kcfi-audit/answer/diff.h"
#include "../../../tools/kcfi-audit/answer/explain.h"
#include "../../../tools/kcfi-audit/input.h"
#include "../../../tools/kcfi-audit/model/listing.h"
#include "../../../tools/kcfi-audit/report/report.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const struct audit_options options
    = { .debug = true, .colour = true, .limit = 5 };

static void
report (struct audit *audit)
{
  static const char log[]
      = "CFI failure at checked_twice+0x1c/0x30 (target: exempt+0x0/0x10; "
	"expected type: 0x7e0c52a5)";
  struct kcfi_text out = { 0 };
  audit_finish (audit, "exempt # known\n");
  audit_report_text (&out, audit, &options);
  audit_report_json (&out, audit, &options);
  audit_report_html (&out, audit, &options);
  /* Guessing at ids that nothing has would take all the time.  */
  if (audit_find_prototype (audit, 0x00050794))
    audit_explain_id (&out, audit, 0x00050794, &options);
  audit_explain_log (&out, audit, log, &options);
  audit_diff (&out, audit, audit, &options);
  kcfi_text_free (&out);
}

static void
read_elf (const uint8_t *data, size_t size)
{
  struct audit audit = { 0 };
  struct audit_input input = { .debug = true, .all_declarations = true };
  /* Of this size exactly: reading beyond it is noticed.  */
  char *copy = malloc (size);
  memcpy (copy, data, size);
  Elf *elf = elf_memory (copy, size);
  if (elf)
    {
      char *error = audit_add_elf (&input, &audit, elf, "input");
      if (!error)
	report (&audit);
      free (error);
    }
  audit_free (&audit);
  audit_close_input (&input);
  if (elf)
    elf_end (elf);
  free (copy);
}

static void
read_text (const uint8_t *data, size_t size)
{
  struct audit audit = { 0 };
  char *text = malloc (size + 1);
  memcpy (text, data, size);
  text[size] = '\0';
  char *error = NULL;
  if (audit_listing_p (text, size))
    {
      error = audit_read_listing (&audit, "input", text, size);
      if (!error)
	report (&audit);
    }
  else
    {
      struct kcfi_text out = { 0 };
      audit_explain_log (&out, &audit, text, &options);
      kcfi_text_free (&out);
    }
  free (error);
  audit_free (&audit);
  free (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  elf_version (EV_CURRENT);
  if (size >= 4
      && (!memcmp (data, "\177ELF", 4) || !memcmp (data, "!<ar", 4)))
    read_elf (data, size);
  else
    read_text (data, size);
  return 0;
}
