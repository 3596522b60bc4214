/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of prototypes.  */

#include "prototypes.h"

#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../base/string-set.h"
#include "audit.h"

void
audit_add_prototype (struct audit *audit, uint32_t id, const char *string,
		     const char *declaration, const char *parts)
{
  struct audit_prototype prototype
      = { .id = id,
	  .string = audit_strings_keep (&audit->strings, string),
	  .declaration = declaration
			     ? audit_strings_keep (&audit->strings, declaration)
			     : NULL,
	  .parts = parts ? audit_strings_keep (&audit->strings, parts) : NULL };
  AUDIT_APPEND (audit, prototypes, prototype);
}

static int
by_prototype (const void *a, const void *b)
{
  const struct audit_prototype *first = a, *second = b;
  if (first->id != second->id)
    return audit_compare (first->id, second->id);
  int order = strcmp (first->string, second->string);
  if (order)
    return order;
  /* Those with a declaration first.  */
  if (!first->declaration || !second->declaration)
    return (first->declaration == NULL) - (second->declaration == NULL);
  return strcmp (first->declaration, second->declaration);
}

void
audit_sort_prototypes (struct audit *audit)
{
  if (audit->prototypes_count)
    qsort (audit->prototypes, audit->prototypes_count,
	   sizeof *audit->prototypes, by_prototype);
  size_t kept = 0;
  for (size_t i = 0; i < audit->prototypes_count; i++)
    {
      const struct audit_prototype *last
	  = kept ? &audit->prototypes[kept - 1] : NULL;
      if (!last || last->id != audit->prototypes[i].id
	  || strcmp (last->string, audit->prototypes[i].string) != 0)
	audit->prototypes[kept++] = audit->prototypes[i];
    }
  audit->prototypes_count = kept;
}

const struct audit_prototype *
audit_find_prototype (const struct audit *audit, uint32_t id)
{
  const struct audit_prototype *found = NULL;
  size_t at;
  AUDIT_SEARCH (at, audit->prototypes_count, audit->prototypes[at].id < id);
  for (; at < audit->prototypes_count && audit->prototypes[at].id == id; at++)
    if (!found || (!found->declaration && audit->prototypes[at].declaration))
      found = &audit->prototypes[at];
  return found;
}
