/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading CFI reports out of a kernel log.  */

#define _GNU_SOURCE 1 /* strndup */
#include "cfi-report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../../plugin/base/text.h"
#include "register-dump.h"

static char *
copy_text (const char *start, size_t length)
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
      place->symbol = copy_text (at, length);
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
      place->module = copy_text (at + 2, length);
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

/* "CFI failure at ", behind which TEXT is.  False if no place follows.  */

static bool
read_failure (const char *text, struct audit_cfi_report *report)
{
  static const char target[] = " (target: ";
  static const char type[] = "; expected type: ";
  static const char found[] = "; found: 0x";
  *report = (struct audit_cfi_report){ 0 };
  if (!read_place (&text, &report->caller))
    return false;
  if (!strncmp (text, target, sizeof target - 1))
    {
      text += sizeof target - 1;
      if (read_place (&text, &report->target)
	  && !strncmp (text, type, sizeof type - 1))
	{
	  report->has_target = true;
	  char *end;
	  report->id = (uint32_t) strtoul (text + sizeof type - 1, &end, 16);
	  report->has_found = !strncmp (end, found, sizeof found - 1);
	  if (report->has_found)
	    report->found
		= (uint32_t) strtoul (end + sizeof found - 1, NULL, 16);
	}
    }
  return true;
}

/* --- Oops ---------------------------------------------------------------- */

/* How far behind "Oops - CFI" the registers are looked for.  */
enum
{
  DUMP_LENGTH = 4096
};

/* WORD in the dump TEXT up to END, at the start of a line or of a word; NULL if
   it is not there.  Returns what follows.  */

static const char *
find_in_dump (const char *text, const char *end, const char *word)
{
  size_t length = strlen (word);
  for (const char *at = text; (at = strstr (at, word)) && at < end; at++)
    if (at == text || at[-1] == ' ' || at[-1] == '\n' || at[-1] == ']')
      return at + length;
  return NULL;
}

/* Register NUMBER of arm64 in its dump: "x8 : ffff8000800c12a4".  */

static bool
read_register (const char *text, const char *end, unsigned number,
	       uint64_t *value)
{
  char name[16];
  snprintf (name, sizeof name, "x%-2u: ", number);
  const char *at = find_in_dump (text, end, name);
  char *after;
  if (!at)
    return false;
  *value = strtoull (at, &after, 16);
  return after != at;
}

/* "Oops - CFI", behind which TEXT is, and the dump that follows.  arm64 has the
   number of the trap in the syndrome, ": 00000000f2008228 [#1]": 0x8000, the
   register with the id and the one with the target.  */

static bool
read_oops (const char *text, struct audit_cfi_report *report)
{
  const char *end = text + strnlen (text, DUMP_LENGTH);
  const char *place = find_in_dump (text, end, "pc : ");
  *report = (struct audit_cfi_report){ 0 };
  if (!place)
    place = find_in_dump (text, end, "PC is at ");
  if (!place || !read_place (&place, &report->caller))
    return false;
  uint64_t syndrome
      = !strncmp (text, ": ", 2) ? strtoull (text + 2, NULL, 16) : 0;
  uint64_t id, target;
  if ((syndrome & 0xfc00f000) == 0xf0008000
      && read_register (text, end, syndrome >> 5 & 31, &id)
      && read_register (text, end, syndrome & 31, &target))
    {
      report->has_target = true;
      report->target.offset = target;
      report->id = (uint32_t) id;
    }
  return true;
}

bool
audit_next_report (const char *text, size_t *at,
		   struct audit_cfi_report *report)
{
  static const char failure[] = "CFI failure at ";
  static const char oops[] = "Oops - CFI";
  for (;;)
    {
      const char *from = text + *at;
      const char *first = strstr (from, failure);
      const char *second = strstr (from, oops);
      if (!first && !second)
	return !*at && audit_next_dump (text, at, report);
      bool is_failure = first && (!second || first < second);
      const char *found = is_failure ? first : second;
      found += is_failure ? sizeof failure - 1 : sizeof oops - 1;
      *at = (size_t) (found - text);
      bool good = is_failure ? read_failure (found, report)
			     : read_oops (found, report);
      if (!good)
	{
	  audit_free_report (report);
	  continue;
	}
      /* The oops that follows a report is of the same failure.  */
      if (is_failure && second)
	{
	  const char *next = strstr (found, failure);
	  if (!next || second < next)
	    *at = (size_t) (second + sizeof oops - 1 - text);
	}
      return true;
    }
}
