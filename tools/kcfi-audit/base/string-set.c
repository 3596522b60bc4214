/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of strings: open addressing over copies.  */

#include "string-set.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../../plugin/base/text.h"

struct audit_strings
{
  char **slots;	   /* NULL is empty.  */
  size_t capacity; /* A power of two.  */
  size_t count;
};

static struct audit_strings *
make_strings (void)
{
  struct audit_strings *strings = kcfi_allocate (sizeof *strings);
  *strings = (struct audit_strings){ .capacity = 1 << 10 };
  strings->slots = kcfi_allocate (strings->capacity * sizeof *strings->slots);
  memset (strings->slots, 0, strings->capacity * sizeof *strings->slots);
  return strings;
}

void
audit_strings_free (struct audit_strings *strings)
{
  if (!strings)
    return;
  for (size_t i = 0; i < strings->capacity; i++)
    free (strings->slots[i]);
  free (strings->slots);
  free (strings);
}

/* FNV-1a, 64 bits.  */

static uint64_t
hash_string (const char *string)
{
  uint64_t hash = UINT64_C (0xcbf29ce484222325);
  for (; *string; string++)
    hash = (hash ^ (unsigned char) *string) * UINT64_C (0x100000001b3);
  return hash;
}

static char **
find_slot (char **slots, size_t capacity, const char *string)
{
  size_t i = hash_string (string) & (capacity - 1);
  while (slots[i] && strcmp (slots[i], string) != 0)
    i = (i + 1) & (capacity - 1);
  return &slots[i];
}

static void
grow_strings (struct audit_strings *strings)
{
  size_t capacity = strings->capacity * 2;
  char **slots = kcfi_allocate (capacity * sizeof *slots);
  memset (slots, 0, capacity * sizeof *slots);
  for (size_t i = 0; i < strings->capacity; i++)
    if (strings->slots[i])
      *find_slot (slots, capacity, strings->slots[i]) = strings->slots[i];
  free (strings->slots);
  strings->slots = slots;
  strings->capacity = capacity;
}

const char *
audit_strings_keep (struct audit_strings **set, const char *string)
{
  if (!*set)
    *set = make_strings ();
  struct audit_strings *strings = *set;
  char **slot = find_slot (strings->slots, strings->capacity, string);
  if (*slot)
    return *slot;
  if (strings->count * 2 >= strings->capacity)
    {
      grow_strings (strings);
      slot = find_slot (strings->slots, strings->capacity, string);
    }
  strings->count++;
  *slot = kcfi_duplicate (string);
  return *slot;
}
