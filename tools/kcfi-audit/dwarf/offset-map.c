/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open addressing by the offset of a DIE.  */

#include "offset-map.h"

#include <stdlib.h>
#include <string.h>

#include "../../../plugin/base/text.h"

static struct audit_note *
find_slot (struct audit_note *notes, size_t capacity, uint64_t key)
{
  size_t i = (key * UINT64_C (0x9e3779b97f4a7c15)) >> 32 & (capacity - 1);
  while (notes[i].offset && notes[i].offset != key)
    i = (i + 1) & (capacity - 1);
  return &notes[i];
}

static void
grow_map (struct audit_offset_map *map)
{
  size_t capacity = map->capacity ? map->capacity * 2 : 256;
  struct audit_note *notes = kcfi_allocate (capacity * sizeof *notes);
  memset (notes, 0, capacity * sizeof *notes);
  for (size_t i = 0; i < map->capacity; i++)
    if (map->notes[i].offset)
      *find_slot (notes, capacity, map->notes[i].offset) = map->notes[i];
  free (map->notes);
  map->notes = notes;
  map->capacity = capacity;
}

struct audit_note *
audit_note (struct audit_offset_map *map, uint64_t offset)
{
  if (map->count * 2 >= map->capacity)
    grow_map (map);
  struct audit_note *note = find_slot (map->notes, map->capacity, offset + 1);
  if (!note->offset)
    {
      note->offset = offset + 1;
      map->count++;
    }
  return note;
}

struct audit_note *
audit_find_note (const struct audit_offset_map *map, uint64_t offset)
{
  if (!map->capacity)
    return NULL;
  struct audit_note *note = find_slot (map->notes, map->capacity, offset + 1);
  return note->offset ? note : NULL;
}

void
audit_offset_map_free (struct audit_offset_map *map)
{
  free (map->notes);
  *map = (struct audit_offset_map){ 0 };
}
