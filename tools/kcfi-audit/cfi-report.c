/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading CFI reports out of a kernel log.  */

#define _GNU_SOURCE 1 /* strndup */
#include "cfi-report.h"

#include <stdlib.h>
#include <string.h>

#include "../../gimple/text.h"

static char *
copy (const char *start, size_t length)
{
  char *result = kcfi_allocate (length + 1);
  memcpy (result, start, length);
  result[length] = '\0';
  return result;
}

/* Read `symbol+0x1c/0x30 [mod]' or `0xffffffff81000000' at *TEXT.  */

static bool
read_place (const char **text, struct audit_place *place)
{
  const char *at = *text;
  size_t length = strcspn (at, " +/[](),;\n");
  char *end;
  *place = (struct audit_place){ 0 };
  if (!length)
    return false;
  if (at[length] == '+')
    {
      place->symbol = copy (at, length);
      place->offset = strtoull (at + length + 1, &end, 16);
      if (*end == '/')
	strtoull (end + 1, &end, 16);
    }
  else
    {
      place->offset = strtoull (at, &end, 16);
      if (end != at + length)
	return false;
    }
  at = end;
  if (!strncmp (at, " [", 2) && strchr (at, ']'))
    {
      length = strcspn (at + 2, "] \n");
      place->module = copy (at + 2, length);
      at = strchr (at, ']') + 1;
    }
  *text = at;
  return true;
}

void
audit_free_report (struct audit_cfi_report *report)
{
  free (report->caller.symbol);
  free (report->caller.module);
  free (report->target.symbol);
  free (report->target.module);
}

bool
audit_next_report (const char *text, size_t *at,
		   struct audit_cfi_report *report)
{
  static const char start[] = "CFI failure at ";
  static const char target[] = " (target: ";
  static const char type[] = "; expected type: ";
  const char *found = text + *at;
  while ((found = strstr (found, start)))
    {
      found += sizeof start - 1;
      *report = (struct audit_cfi_report){ 0 };
      *at = (size_t) (found - text);
      if (!read_place (&found, &report->caller))
	{
	  audit_free_report (report);
	  continue;
	}
      if (!strncmp (found, target, sizeof target - 1))
	{
	  found += sizeof target - 1;
	  if (read_place (&found, &report->target)
	      && !strncmp (found, type, sizeof type - 1))
	    {
	      report->has_target = true;
	      report->id
		  = (uint32_t) strtoul (found + sizeof type - 1, NULL, 16);
	    }
	}
      return true;
    }
  return false;
}
