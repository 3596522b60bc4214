/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The neutral type model: an arena of interned nodes.

   Each constructor fills a node on the stack as the key, and intern finds its
   equal or copies it into the arena.  As C does, the constructors bring types
   into one form: qualifiers of an array go to its element, parameters decay
   and lose theirs, and a transparent union is only special as a direct
   parameter or result of a function.  */

#include "type-node.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum
{
  CHUNK_SIZE = 1 << 16,
  FIRST_CAPACITY = 1 << 10	/* Slots; always a power of two.  */
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
  const kcfi_type **slots;	/* Open addressing, NULL is empty.  */
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
node_hash (const kcfi_type *node)
{
  uint64_t hash = mix (node->kind, node->value);
  if (node->kind == KCFI_TAG)
    return hash;
  hash = mix (hash, (uintptr_t) node->child);
  hash = mix (hash, (uintptr_t) node->first_field);
  hash = mix (hash, node->qualifiers | (uint64_t) node->bits << 32);
  hash = mix (hash, node->substitutable | node->is_signed << 1
		      | node->has_length << 2 | node->variadic << 3
		      | node->prototyped << 4);
  for (const char *text = node->text; text && *text; text++)
    hash = mix (hash, (unsigned char) *text);
  for (size_t i = 0; i < node->count; i++)
    hash = mix (hash, (uintptr_t) node->parameters[i]);
  return hash;
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
  return one->child == other->child && one->first_field == other->first_field
	 && one->qualifiers == other->qualifiers && one->bits == other->bits
	 && one->substitutable == other->substitutable
	 && one->is_signed == other->is_signed
	 && one->has_length == other->has_length
	 && one->variadic == other->variadic
	 && one->prototyped == other->prototyped
	 && one->count == other->count && same_text (one->text, other->text)
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

/* The one node equal to KEY, made from KEY if there is none yet.  */

static const kcfi_type *
intern (kcfi_type_model *model, kcfi_type *key)
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
kcfi_model_counter (kcfi_type_model *model, uint64_t identity,
		    const char *name)
{
  kcfi_type key = { .kind = KCFI_COUNTER, .value = identity, .text = name };
  return &intern (model, &key)->marks->count;
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

bool
kcfi_type_is_numbered (const kcfi_type *type)
{
  return type->numbered;
}

const kcfi_type *
kcfi_type_void (kcfi_type_model *model)
{
  kcfi_type key = { .kind = KCFI_VOID };
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_builtin (kcfi_type_model *model, const char *code,
		   bool substitutable)
{
  kcfi_type key = { .kind = KCFI_BUILTIN,
		    .text = code,
		    .substitutable = substitutable };
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_integer (kcfi_type_model *model, const char *code, unsigned bits,
		   bool is_signed)
{
  kcfi_type key = { .kind = KCFI_INTEGER,
		    .text = code,
		    .bits = bits,
		    .is_signed = is_signed };
  return intern (model, &key);
}

/* A node of KIND around CHILD as a part, not as a parameter or result.  */

static kcfi_type
around (enum kcfi_type_kind kind, const kcfi_type *child)
{
  return (kcfi_type){ .kind = kind,
		      .child = child->plain,
		      .numbered = child->numbered };
}

/* Put TYPE, which replaces the innermost element of ARRAY, back under the
   array levels of ARRAY.  A loop, since nothing bounds the levels.  */

static const kcfi_type *
rebuild_array (kcfi_type_model *model, const kcfi_type *array,
	       const kcfi_type *type)
{
  size_t levels = 0;
  for (const kcfi_type *level = array; level->kind == KCFI_ARRAY;
       level = level->child)
    levels++;
  const kcfi_type **stack = kcfi_allocate (levels * sizeof *stack);
  size_t i = 0;
  for (const kcfi_type *level = array; level->kind == KCFI_ARRAY;
       level = level->child)
    stack[i++] = level;
  while (i--)
    type = kcfi_type_array (model, type, stack[i]->has_length,
			    stack[i]->value);
  free (stack);
  return type;
}

static const kcfi_type *
innermost_element (const kcfi_type *type)
{
  while (type->kind == KCFI_ARRAY)
    type = type->child;
  return type;
}

const kcfi_type *
kcfi_type_qualified (kcfi_type_model *model, const kcfi_type *type,
		     unsigned qualifiers, const char *address_space)
{
  if (!qualifiers && !address_space)
    return type;
  if (type->kind == KCFI_ARRAY)
    {
      const kcfi_type *element
	= kcfi_type_qualified (model, innermost_element (type), qualifiers,
			       address_space);
      return rebuild_array (model, type, element);
    }
  if (type->kind == KCFI_QUALIFIED)
    {
      qualifiers |= type->qualifiers;
      if (!address_space)
	address_space = type->text;
      type = type->child;
    }
  kcfi_type key = { .kind = KCFI_QUALIFIED,
		    .child = type,
		    .qualifiers = qualifiers,
		    .text = address_space,
		    .numbered = type->numbered };
  if (type->plain != type)
    key.plain = kcfi_type_qualified (model, type->plain, qualifiers,
				     address_space);
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_unqualified (kcfi_type_model *model, const kcfi_type *type)
{
  const kcfi_type *element = innermost_element (type);
  if (element->kind != KCFI_QUALIFIED)
    return type;
  return rebuild_array (model, type, element->child);
}

unsigned
kcfi_type_own_qualifiers (const kcfi_type *type)
{
  type = innermost_element (type);
  return type->kind == KCFI_QUALIFIED ? type->qualifiers : 0;
}

const kcfi_type *
kcfi_type_atomic (kcfi_type_model *model, const kcfi_type *type)
{
  /* `const _Atomic int' is const (_Atomic int), in whatever order it was
     written.  */
  if (type->kind == KCFI_QUALIFIED)
    return kcfi_type_qualified (model, kcfi_type_atomic (model, type->child),
				type->qualifiers, type->text);
  kcfi_type key = around (KCFI_ATOMIC, type);
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_pointer (kcfi_type_model *model, const kcfi_type *pointee)
{
  kcfi_type key = around (KCFI_POINTER, pointee);
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_array (kcfi_type_model *model, const kcfi_type *element,
		 bool has_length, uint64_t length)
{
  kcfi_type key = around (KCFI_ARRAY, element);
  key.has_length = has_length;
  key.value = has_length ? length : 0;
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_vector (kcfi_type_model *model, const kcfi_type *element,
		  uint64_t length)
{
  kcfi_type key = around (KCFI_VECTOR, element);
  key.value = length;
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_complex (kcfi_type_model *model, const kcfi_type *element)
{
  kcfi_type key = around (KCFI_COMPLEX, element);
  return intern (model, &key);
}

/* What a parameter written as TYPE is (C11 6.7.6.3p7, p8, p15).  */

static const kcfi_type *
adjusted_parameter (kcfi_type_model *model, const kcfi_type *type)
{
  if (type->kind == KCFI_ARRAY)
    return kcfi_type_pointer (model, type->child);
  if (type->kind == KCFI_FUNCTION)
    return kcfi_type_pointer (model, type);
  return type->kind == KCFI_QUALIFIED ? type->child : type;
}

const kcfi_type *
kcfi_type_function (kcfi_type_model *model,
		    const struct kcfi_function_type *function)
{
  /* A list of types is a prototype to us: Clang gives a K&R definition the
     type that its promoted parameters make.  */
  bool prototyped
    = function->prototyped || function->variadic || function->count > 0;
  size_t size = function->count * sizeof *function->parameters;
  const kcfi_type **parameters = kcfi_allocate (size);
  const kcfi_type **plain_parameters = kcfi_allocate (size);
  kcfi_type key = { .kind = KCFI_FUNCTION,
		    .child = function->result,
		    .parameters = parameters,
		    .count = function->count,
		    .variadic = function->variadic,
		    .prototyped = prototyped,
		    /* Clang forgets the convention of `int f()'.  */
		    .text = prototyped ? function->vendor : NULL,
		    .numbered = function->result->numbered };
  bool is_plain = function->result->plain == function->result;
  for (size_t i = 0; i < function->count; i++)
    {
      parameters[i] = adjusted_parameter (model, function->parameters[i]);
      plain_parameters[i] = parameters[i]->plain;
      key.numbered |= parameters[i]->numbered;
      is_plain &= parameters[i]->plain == parameters[i];
    }
  if (!is_plain)
    {
      kcfi_type plain_key = key;
      plain_key.child = function->result->plain;
      plain_key.parameters = plain_parameters;
      key.plain = intern (model, &plain_key);
    }
  const kcfi_type *type = intern (model, &key);
  free (parameters);
  free (plain_parameters);
  return type;
}

const kcfi_type *
kcfi_type_tag (kcfi_type_model *model, const struct kcfi_tag *tag)
{
  const kcfi_type *parent
    = tag->scope == KCFI_TAG_MEMBER && tag->parent ? tag->parent->plain : NULL;
  if (parent && parent->kind == KCFI_QUALIFIED)
    parent = parent->child;
  kcfi_type key = { .kind = KCFI_TAG,
		    .scope = tag->scope,
		    .value = tag->identity,
		    .text = tag->name };
  if (tag->scope == KCFI_TAG_LOCAL && tag->function)
    {
      key.name_is_typedef = tag->name && tag->name_is_typedef;
      key.function = tag->function;
      key.function_is_static = tag->function_is_static;
      key.function_identity = tag->function_identity;
      key.numbered = true;
    }
  else if (parent && parent->kind == KCFI_TAG)
    {
      key.child = parent;
      key.text = NULL;
      key.numbered = parent->numbered;
    }
  else
    {
      key.scope = KCFI_TAG_FILE;
      key.numbered = !tag->name;
    }
  return intern (model, &key);
}

const kcfi_type *
kcfi_type_transparent_union (kcfi_type_model *model, const kcfi_type *tag,
			     const kcfi_type *first_field)
{
  if (!first_field)
    return tag;
  kcfi_type key = { .kind = KCFI_TRANSPARENT,
		    .child = tag->plain,
		    .first_field = first_field,
		    .plain = tag->plain,
		    .numbered = tag->numbered || first_field->numbered };
  return intern (model, &key);
}
