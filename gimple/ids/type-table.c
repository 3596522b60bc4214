/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storage of the type model: an arena, and a table that makes equal nodes one.

   Keys are hashed by their fields.  A tag is its identity alone, as the first
   description of it wins.  */

#include "type-node.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "../../plugin/base/text.h"

enum
{
  CHUNK_SIZE = 1 << 16,
  FIRST_CAPACITY = 1 << 10 /* Slots; always a power of two.  */
};

struct chunk
{
  struct chunk *next;
  alignas (max_align_t) char bytes[];
};

struct kcfi_type_model
{
  struct chunk *chunks;
  size_t chunk_used;
  size_t chunk_size;
  const kcfi_type **slots; /* Open addressing, NULL is empty.  */
  size_t capacity;
  size_t filled;
  size_t unnamed_tags;
  uint64_t run;
};

kcfi_type_model *
kcfi_type_model_new (void)
{
  kcfi_type_model *model = kcfi_allocate (sizeof *model);
  *model = (kcfi_type_model){ .capacity = FIRST_CAPACITY };
  size_t size = model->capacity * sizeof *model->slots;
  model->slots = memset (kcfi_allocate (size), 0, size);
  return model;
}

void
kcfi_type_model_free (kcfi_type_model *model)
{
  if (!model)
    return;
  for (struct chunk *chunk = model->chunks, *next; chunk; chunk = next)
    {
      next = chunk->next;
      free (chunk);
    }
  free (model->slots);
  free (model);
}

/* SIZE bytes that live as long as MODEL.  */
static void *
arena_allocate (kcfi_type_model *model, size_t size)
{
  size = (size + alignof (max_align_t) - 1) & -alignof (max_align_t);
  if (!model->chunks || size > model->chunk_size - model->chunk_used)
    {
      size_t chunk_size = size > CHUNK_SIZE ? size : CHUNK_SIZE;
      struct chunk *chunk = kcfi_allocate (sizeof *chunk + chunk_size);
      chunk->next = model->chunks;
      model->chunks = chunk;
      model->chunk_size = chunk_size;
      model->chunk_used = 0;
    }
  void *block = model->chunks->bytes + model->chunk_used;
  model->chunk_used += size;
  return block;
}

static const char *
arena_string (kcfi_type_model *model, const char *string)
{
  if (!string)
    return NULL;
  size_t size = strlen (string) + 1;
  return memcpy (arena_allocate (model, size), string, size);
}

/* One step of a multiplicative hash (the constant is that of splitmix64).  */
static uint64_t
mix (uint64_t hash, uint64_t value)
{
  hash = (hash ^ value) * UINT64_C (0xbf58476d1ce4e5b9);
  return hash ^ hash >> 29;
}

static uint64_t
hash_bytes (uint64_t hash, const void *bytes, size_t size)
{
  const char *at = bytes;
  for (; size >= sizeof (uint64_t); size -= sizeof (uint64_t))
    {
      uint64_t word;
      memcpy (&word, at, sizeof word);
      hash = mix (hash, word);
      at += sizeof word;
    }
  for (; size; size--)
    hash = mix (hash, (unsigned char) *at++);
  return hash;
}

static uint64_t
node_hash (const kcfi_type *node)
{
  if (node->kind == KCFI_TAG)
    return mix (node->kind, node->value);
  uint64_t hash = hash_bytes (0, node, KCFI_SHAPE_SIZE);
  if (node->text)
    hash = hash_bytes (hash, node->text, strlen (node->text));
  return hash_bytes (hash, node->parameters,
		     node->count * sizeof *node->parameters);
}

static bool
same_text (const char *one, const char *other)
{
  return one == other || (one && other && !strcmp (one, other));
}

static bool
nodes_equal (const kcfi_type *one, const kcfi_type *other)
{
  if (one->hash != other->hash || one->kind != other->kind
      || one->value != other->value)
    return false;
  /* A tag is its identity; the first description wins.  */
  if (one->kind == KCFI_TAG)
    return true;
  return !memcmp (one, other, KCFI_SHAPE_SIZE)
	 && same_text (one->text, other->text)
	 && (!one->count
	     || !memcmp (one->parameters, other->parameters,
			 one->count * sizeof *one->parameters));
}

/* The slot of MODEL that holds the equal of NODE, or where it belongs.  */
static const kcfi_type **
find_slot (kcfi_type_model *model, const kcfi_type *node)
{
  size_t mask = model->capacity - 1;
  size_t i = node->hash & mask;
  while (model->slots[i] && !nodes_equal (model->slots[i], node))
    i = (i + 1) & mask;
  return &model->slots[i];
}

static void
grow_table (kcfi_type_model *model)
{
  const kcfi_type **old = model->slots;
  size_t old_capacity = model->capacity;
  model->capacity *= 2;
  size_t size = model->capacity * sizeof *model->slots;
  model->slots = memset (kcfi_allocate (size), 0, size);
  for (size_t i = 0; i < old_capacity; i++)
    if (old[i])
      *find_slot (model, old[i]) = old[i];
  free (old);
}

const kcfi_type *
kcfi_model_intern (kcfi_type_model *model, kcfi_type *key)
{
  key->hash = node_hash (key);
  const kcfi_type **slot = find_slot (model, key);
  if (*slot)
    return *slot;
  if (model->filled >= model->capacity / 2)
    {
      grow_table (model);
      slot = find_slot (model, key);
    }
  kcfi_type *node = arena_allocate (model, sizeof *node);
  *node = *key;
  node->text = arena_string (model, key->text);
  node->function = arena_string (model, key->function);
  if (key->count)
    {
      size_t size = key->count * sizeof *key->parameters;
      node->parameters
	  = memcpy (arena_allocate (model, size), key->parameters, size);
    }
  node->marks = arena_allocate (model, sizeof *node->marks);
  *node->marks = (struct kcfi_type_marks){ 0 };
  if (!node->plain)
    node->plain = node;
  *slot = node;
  model->filled++;
  return node;
}

size_t *
kcfi_model_counter (kcfi_type_model *model, uint64_t identity, const char *name)
{
  kcfi_type key = { .kind = KCFI_COUNTER, .value = identity, .text = name };
  return &kcfi_model_intern (model, &key)->marks->count;
}

size_t *
kcfi_model_unnamed_tags (kcfi_type_model *model)
{
  return &model->unnamed_tags;
}

uint64_t
kcfi_model_new_run (kcfi_type_model *model)
{
  return ++model->run;
}
