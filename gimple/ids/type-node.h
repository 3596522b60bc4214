/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the type model, shared by the model, the mangler and the id.
   Readers of trees or DWARF use type-model.h only.  */

#ifndef KCFI_TYPE_NODE_H
#define KCFI_TYPE_NODE_H

#include <assert.h>
#include <stddef.h>

#include "type-model.h"

enum kcfi_type_kind
{
  KCFI_VOID,
  KCFI_BUILTIN,
  KCFI_INTEGER,
  KCFI_QUALIFIED,
  KCFI_ATOMIC,
  KCFI_POINTER,
  KCFI_ARRAY,
  KCFI_VECTOR,
  KCFI_COMPLEX,
  KCFI_FUNCTION,
  KCFI_TAG,
  KCFI_TRANSPARENT,
  KCFI_COUNTER /* Not a type: see kcfi_model_counter.  */
};

/* What mangling writes down at a node; everything else in a node is fixed when
   it is built.  A mark counts if its run is the mangler's current one, so that
   the substitutions of the last string need no clearing.  */
struct kcfi_type_marks
{
  uint64_t run;		      /* Run that made the type a substitution ...  */
  size_t substitution;	      /* ... and its number.  */
  uint64_t prefix_run;	      /* The same for a tag as the prefix of ...  */
  size_t prefix_substitution; /* ... unnamed members (mangle-tag.c).  */
  bool has_number;	      /* NUMBER is set.  */
  size_t number;	      /* Of an unnamed tag the n of $_n, of a local
				 one the discriminator: 0 is the first.  */
  size_t count;		      /* KCFI_COUNTER: its value.  */
};

struct kcfi_type
{
  /* The shape comes first and has no gaps: two types of the same shape, text and
     parameters are one type (type-table.c).  */

  /* Length, identity of a tag or of an encoded type, or variety.  */
  uint64_t value;
  /* Pointee, element, unqualified type, result, enclosing tag, or the tag of
     a transparent union.  */
  const kcfi_type *child;
  /* The first field of a transparent union.  */
  const kcfi_type *first_field;
  size_t count;	       /* Number of parameters.  */
  uint32_t kind;       /* enum kcfi_type_kind  */
  uint32_t bits;       /* KCFI_INTEGER.  */
  uint32_t qualifiers; /* KCFI_QUALIFIED.  */
  bool substitutable;  /* KCFI_BUILTIN.  */
  bool is_signed;      /* KCFI_INTEGER.  */
  bool has_length;     /* KCFI_ARRAY.  */
  bool variadic;       /* KCFI_FUNCTION.  */
  bool prototyped;     /* KCFI_FUNCTION.  */

  /* Here the shape ends.  */
  bool name_is_typedef;	     /* KCFI_TAG.  */
  bool function_is_static;   /* KCFI_TAG.  */
  bool numbered;	     /* kcfi_type_is_numbered.  */
  enum kcfi_tag_scope scope; /* KCFI_TAG.  */

  /* Code, address space, vendor qualifier or name; or NULL.  */
  const char *text;
  const kcfi_type *const *parameters;
  const char *function;		  /* KCFI_TAG_LOCAL.  */
  uint64_t function_identity;	  /* KCFI_TAG_LOCAL.  */
  const kcfi_type *function_type; /* KCFI_TAG_LOCAL, or NULL.  */

  /* This type with its own transparent unions turned into their tags: what it
     is as a part of another type.  Most types are their own.  */
  const kcfi_type *plain;
  uint64_t hash;
  struct kcfi_type_marks *marks;
};

enum
{
  KCFI_SHAPE_SIZE = offsetof (struct kcfi_type, name_is_typedef)
};
static_assert (KCFI_SHAPE_SIZE
		   == sizeof (uint64_t) + 2 * sizeof (void *) + sizeof (size_t)
			  + 3 * sizeof (uint32_t) + 5 * sizeof (bool),
	       "the shape of a type is compared byte by byte");

/* The one node of MODEL equal to KEY, which is copied if there is none yet.
   KEY->plain is NULL for a type that is its own.  */
const kcfi_type *kcfi_model_intern (kcfi_type_model *model, kcfi_type *key);

/* A counter that starts at 0, one for each (IDENTITY, NAME); NAME may be
   NULL.  */
size_t *kcfi_model_counter (kcfi_type_model *model, uint64_t identity,
			    const char *name);

/* The number of unnamed tags that have a number.  */
size_t *kcfi_model_unnamed_tags (kcfi_type_model *model);

/* A number that no earlier mangling run of MODEL had; never 0.  */
uint64_t kcfi_model_new_run (kcfi_type_model *model);

/* TYPE without its outermost qualifiers and address space; an array's are
   those of its element.  */
const kcfi_type *kcfi_type_unqualified (kcfi_type_model *model,
					const kcfi_type *type);

/* The const, volatile and restrict of TYPE; an array's are those of its
   element.  */
unsigned kcfi_type_own_qualifiers (const kcfi_type *type);

#endif
