/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing what later builds are compared with.  */

#include "baseline.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../base/string-set.h"

static const char first_line[] = "kcfi-audit baseline 1";

const char *
audit_baseline_field (struct audit_baseline *baseline, const char *field)
{
  struct kcfi_text text = { 0 };
  kcfi_text_add (&text, "");
  for (; *field; field++)
    if ((unsigned char) *field < ' ' || *field == '%' || *field == '\177')
      kcfi_text_printf (&text, "%%%02x", (unsigned char) *field);
    else
      kcfi_text_add_bytes (&text, field, 1);
  const char *kept = audit_strings_keep (&baseline->strings, text.bytes);
  kcfi_text_free (&text);
  return kept;
}

/* --- Order --------------------------------------------------------------- */

int
audit_compare_baseline_calls (const struct audit_baseline_call *a,
			      const struct audit_baseline_call *b)
{
  int order = strcmp (a->function, b->function);
  order = order ? order : strcmp (a->kind, b->kind);
  order = order ? order : strcmp (a->reason, b->reason);
  return order ? order : strcmp (a->source, b->source);
}

static int
by_call (const void *a, const void *b)
{
  const struct audit_baseline_call *first = a, *second = b;
  int order = audit_compare_baseline_calls (first, second);
  order = order ? order : audit_compare (first->line, second->line);
  order = order ? order : audit_compare (first->file, second->file);
  return order ? order : audit_compare (first->site, second->site);
}

int
audit_compare_baseline_classes (const struct audit_baseline_class *a,
				const struct audit_baseline_class *b)
{
  return a->is_virtual != b->is_virtual ? a->is_virtual - b->is_virtual
					: audit_compare (a->id, b->id);
}

static int
by_class (const void *a, const void *b)
{
  return audit_compare_baseline_classes (a, b);
}

static int
by_function (const void *a, const void *b)
{
  const struct audit_baseline_preamble *first = a, *second = b;
  return strcmp (first->function, second->function);
}

static void
unite_preambles (struct audit_baseline *baseline)
{
  size_t kept = 0;
  for (size_t i = 0; i < baseline->preambles_count; i++)
    {
      const struct audit_baseline_preamble *next = &baseline->preambles[i];
      struct audit_baseline_preamble *last
	  = kept ? &baseline->preambles[kept - 1] : NULL;
      if (!last || by_function (last, next))
	{
	  baseline->preambles[kept++] = *next;
	  continue;
	}
      if (next->without && !last->without)
	{
	  last->file = next->file;
	  last->number = next->number;
	}
      last->with += next->with;
      last->without += next->without;
    }
  baseline->preambles_count = kept;
}

void
audit_sort_baseline (struct audit_baseline *baseline)
{
  if (baseline->calls_count)
    qsort (baseline->calls, baseline->calls_count, sizeof *baseline->calls,
	   by_call);
  if (baseline->classes_count)
    qsort (baseline->classes, baseline->classes_count,
	   sizeof *baseline->classes, by_class);
  if (baseline->preambles_count)
    qsort (baseline->preambles, baseline->preambles_count,
	   sizeof *baseline->preambles, by_function);
  unite_preambles (baseline);
}

/* --- Reading ------------------------------------------------------------- */

enum
{
  MAX_FIELDS = 6
};

static bool
read_number (const char *field, int base, uint64_t limit, uint64_t *number)
{
  char *end;
  errno = 0;
  *number = strtoull (field, &end, base);
  return field[0] >= '0' && field[0] <= '9' && !*end && !errno
	 && *number <= limit;
}

/* The sizes of lists, which are added up, are far from overflowing.  */

static bool
read_count (const char *field, size_t *count)
{
  uint64_t number;
  bool good = read_number (field, 10, UINT32_MAX, &number);
  *count = (size_t) number;
  return good;
}

static bool
read_call (struct audit_baseline *baseline, char *const *fields)
{
  struct audit_strings **strings = &baseline->strings;
  struct audit_baseline_call call
      = { .function = audit_strings_keep (strings, fields[1]),
	  .kind = audit_strings_keep (strings, fields[2]),
	  .reason = audit_strings_keep (strings, fields[3]),
	  .source = audit_strings_keep (strings, fields[4]) };
  bool good = read_count (fields[5], &call.line);
  AUDIT_APPEND (baseline, calls, call);
  return good;
}

static bool
read_class (struct audit_baseline *baseline, char *const *fields)
{
  uint64_t id = 0;
  struct audit_baseline_class class = { .is_virtual = fields[0][0] == 'v',
					.name = audit_strings_keep (
					    &baseline->strings, fields[4]) };
  bool good = read_number (fields[1], 16, UINT32_MAX, &id)
	      && read_count (fields[2], &class.functions)
	      && read_count (fields[3], &class.calls);
  class.id = (uint32_t) id;
  AUDIT_APPEND (baseline, classes, class);
  return good;
}

static bool
read_preamble (struct audit_baseline *baseline, char *const *fields)
{
  struct audit_baseline_preamble preamble
      = { .function = audit_strings_keep (&baseline->strings, fields[1]) };
  bool good = read_count (fields[2], &preamble.with)
	      && read_count (fields[3], &preamble.without);
  AUDIT_APPEND (baseline, preambles, preamble);
  return good;
}

/* Split LINE, which is written to, into FIELDS; returns how many there are, or 0 if
   they are too many.  */

static unsigned
split_line (char *line, char **fields)
{
  unsigned count = 0;
  fields[count++] = line;
  for (char *tab = line; (tab = strchr (tab, '\t')) && count < MAX_FIELDS;)
    {
      *tab++ = '\0';
      fields[count++] = tab;
    }
  return strchr (fields[count - 1], '\t') ? 0 : count;
}

/* Read LINE, which is written to; false if it is none of a baseline.  */

static bool
read_line (struct audit_baseline *baseline, char *line)
{
  static const struct
  {
    const char *kind;
    unsigned fields;
    bool (*read) (struct audit_baseline *, char *const *);
  } kinds[] = { { "unchecked", 6, read_call },
		{ "class", 5, read_class },
		{ "virtual", 5, read_class },
		{ "preamble", 4, read_preamble } };
  char *fields[MAX_FIELDS];
  unsigned count = split_line (line, fields);
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (!strcmp (fields[0], kinds[i].kind))
      return count == kinds[i].fields && kinds[i].read (baseline, fields);
  return false;
}

char *
audit_read_baseline (struct audit_baseline *baseline, const char *name,
		     const char *text)
{
  struct kcfi_text error = { 0 };
  char *copy = kcfi_duplicate (text), *line = copy;
  for (size_t number = 1; line && *line && !error.length; number++)
    {
      char *next = strchr (line, '\n');
      if (next)
	*next++ = '\0';
      if (number == 1 ? strcmp (line, first_line) != 0
		      : !read_line (baseline, line))
	kcfi_text_printf (&error, "%s:%zu: %s", name, number,
			  number == 1
			      ? "is no baseline of this version of kcfi-audit: "
				"write it with --write-baseline"
			      : "this line is none of a baseline");
      line = next;
    }
  if (!*text)
    kcfi_text_printf (&error, "%s: is empty and no baseline", name);
  free (copy);
  audit_sort_baseline (baseline);
  return error.length ? kcfi_text_take (&error) : NULL;
}

/* --- Writing ------------------------------------------------------------- */

void
audit_print_baseline (struct kcfi_text *out,
		      const struct audit_baseline *baseline)
{
  kcfi_text_printf (out, "%s\n", first_line);
  for (size_t i = 0; i < baseline->calls_count; i++)
    {
      const struct audit_baseline_call *call = &baseline->calls[i];
      kcfi_text_printf (out, "unchecked\t%s\t%s\t%s\t%s\t%zu\n", call->function,
			call->kind, call->reason, call->source, call->line);
    }
  for (size_t i = 0; i < baseline->classes_count; i++)
    {
      const struct audit_baseline_class *class = &baseline->classes[i];
      kcfi_text_printf (out, "%s\t0x%08" PRIx32 "\t%zu\t%zu\t%s\n",
			class->is_virtual ? "virtual" : "class", class->id,
			class->functions, class->calls, class->name);
    }
  for (size_t i = 0; i < baseline->preambles_count; i++)
    {
      const struct audit_baseline_preamble *preamble = &baseline->preambles[i];
      if (preamble->with)
	kcfi_text_printf (out, "preamble\t%s\t%zu\t%zu\n", preamble->function,
			  preamble->with, preamble->without);
    }
}

void
audit_baseline_free (struct audit_baseline *baseline)
{
  free (baseline->calls);
  free (baseline->classes);
  free (baseline->preambles);
  audit_strings_free (baseline->strings);
}
