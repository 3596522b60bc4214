/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of what was found out about a file.  */

#include "audit-file.h"

#include <stdlib.h>

void
audit_file_free (struct audit_file *file)
{
  if (file->debug)
    free (file->debug->functions);
  free (file->debug);
  audit_elf_free (&file->elf);
  free (file->sites);
  free (file->checks);
  free (file->branches);
  free (file->entries);
  free (file->preambles);
  free (file->typeids);
  free (file->traps);
  free (file->strays);
  free (file->patched);
  free (file->formed);
  free (file->called);
  free (file->references);
  free (file->settings.records);
  for (size_t i = 0; i < file->findings_count; i++)
    free (file->findings[i].text);
  free (file->findings);
}
