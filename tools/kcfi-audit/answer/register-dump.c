/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading registers out of what firmware prints.  */

#define _GNU_SOURCE 1 /* strcasestr */
#include "register-dump.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* How far around the program counter its registers are.  */
enum
{
  DUMP_LENGTH = 4096,
  SHORTEST_ADDRESS = 4 /* Digits: "pc = 0" is said of other things, too.  */
};

static const char *const counters[]
    = { "mepc",	   "sepc",    "epc", "elr", "elr_el3",
	"elr_el2", "elr_el1", "rip", "eip", "pc" };

static bool
is_name_part (char character)
{
  return isalnum ((unsigned char) character) || character == '_';
}

/* The number behind a name that ends at AT: ": ", " = 0x", "=0x", or ":  e008:[<";
   where it ends, or NULL if there is none.  */

static const char *
read_value (const char *at, uint64_t *value)
{
  const char *start = at;
  at += strspn (at, " \t:=");
  if (at == start)
    return NULL;
  size_t length = strspn (at, "0123456789abcdefABCDEF");
  if (at[length] == ':' && !strncmp (at + length, ":[<", 3))
    at += length + 3;
  else if (!strncmp (at, "[<", 2))
    at += 2;
  if (!strncmp (at, "0x", 2))
    at += 2;
  length = strspn (at, "0123456789abcdefABCDEF");
  if (!length || length > 16 || is_name_part (at[length]))
    return NULL;
  *value = strtoull (at, NULL, 16);
  return length < SHORTEST_ADDRESS ? NULL : at + length;
}

/* NAME with a number, from TEXT up to END; where the number ends, or NULL.  */

static const char *
find_value (const char *text, const char *end, const char *name,
	    uint64_t *value)
{
  for (const char *at = text; (at = strcasestr (at, name)) && at < end; at++)
    if (at == text || !is_name_part (at[-1]))
      {
	const char *after = read_value (at + strlen (name), value);
	if (after)
	  return after;
      }
  return NULL;
}

static bool
is_relocated (const char *line)
{
  const char *word = strstr (line, "(reloc)");
  return word && word < line + strcspn (line, "\n");
}

bool
audit_next_dump (const char *text, size_t *at, struct audit_cfi_report *report)
{
  const char *from = text + *at, *end = from + strlen (from);
  *report = (struct audit_cfi_report){ 0 };
  const char *first = NULL;
  for (size_t i = 0; i < sizeof counters / sizeof counters[0]; i++)
    {
      uint64_t value;
      const char *after
	  = find_value (from, first ? first : end, counters[i], &value);
      while (after && is_relocated (after))
	after = find_value (after, first ? first : end, counters[i], &value);
      if (!after || (first && after >= first))
	continue;
      first = after;
      report->caller.offset = value;
    }
  if (!first)
    return false;
  const char *start = first - from > DUMP_LENGTH ? first - DUMP_LENGTH : from;
  report->dump = start;
  report->dump_length = (size_t) (first - start) + strnlen (first, DUMP_LENGTH);
  *at = (size_t) (start + report->dump_length - text);
  return true;
}

bool
audit_dumped_register (const struct audit_cfi_report *report, const char *name,
		       uint64_t *value)
{
  return report->dump
	 && find_value (report->dump, report->dump + report->dump_length, name,
			value);
}
