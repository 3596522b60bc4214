/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growable list of strings, in the form that exec wants.  */

#ifndef KCFI_STRING_LIST_H
#define KCFI_STRING_LIST_H

#include <stddef.h>

/* Start from a zeroed struct.  ITEMS is owned with all its strings; it ends
   with NULL once anything was added, and is NULL before.  */
struct kcfi_strings
{
  char **items;
  size_t count;
  size_t capacity;
};

/* Append STRING, which the list owns from now on.  */
void kcfi_strings_add (struct kcfi_strings *list, char *string);
/* Append a copy of STRING.  */
void kcfi_strings_add_copy (struct kcfi_strings *list, const char *string);
void kcfi_strings_free (struct kcfi_strings *list);

#endif
