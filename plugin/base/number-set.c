/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of numbers: a hash table that is at most half full.  */

#include "number-set.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

enum
{
  FIRST_CAPACITY = 64
};

/* The slot of SET that holds NUMBER, or where it belongs.  */
static uint32_t *
find_slot (const struct kcfi_number_set *set, uint32_t number)
{
  size_t mask = set->capacity - 1;
  /* Knuth's multiplier: neighbours are usual.  */
  size_t i = (number * UINT32_C (2654435769)) & mask;
  while (set->slots[i] && set->slots[i] != number)
    i = (i + 1) & mask;
  return &set->slots[i];
}

static void
grow_set (struct kcfi_number_set *set)
{
  struct kcfi_number_set old = *set;
  set->capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
  size_t size = set->capacity * sizeof *set->slots;
  set->slots = memset (kcfi_allocate (size), 0, size);
  for (size_t i = 0; i < old.capacity; i++)
    if (old.slots[i])
      *find_slot (set, old.slots[i]) = old.slots[i];
  free (old.slots);
}

bool
kcfi_number_set_has (const struct kcfi_number_set *set, uint32_t number)
{
  return set->capacity && *find_slot (set, number) == number;
}

bool
kcfi_number_set_add (struct kcfi_number_set *set, uint32_t number)
{
  if (set->filled >= set->capacity / 2)
    grow_set (set);
  uint32_t *slot = find_slot (set, number);
  if (*slot == number)
    return false;
  *slot = number;
  set->filled++;
  return true;
}

void
kcfi_number_set_free (struct kcfi_number_set *set)
{
  free (set->slots);
  *set = (struct kcfi_number_set){ 0 };
}
