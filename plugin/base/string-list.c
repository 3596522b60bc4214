/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable list of strings.  */

#include "string-list.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

void
kcfi_strings_add (struct kcfi_strings *list, char *string)
{
  if (list->count + 1 >= list->capacity)
    {
      list->capacity = list->capacity == 0 ? 16 : 2 * list->capacity;
      list->items
	  = kcfi_reallocate (list->items, list->capacity * sizeof *list->items);
    }
  list->items[list->count++] = string;
  list->items[list->count] = NULL;
}

void
kcfi_strings_add_copy (struct kcfi_strings *list, const char *string)
{
  kcfi_strings_add (list, kcfi_duplicate (string));
}

void
kcfi_strings_free (struct kcfi_strings *list)
{
  for (size_t i = 0; i < list->count; i++)
    free (list->items[i]);
  free (list->items);
  memset (list, 0, sizeof *list);
}
