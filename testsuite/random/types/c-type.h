/* SPDX-License-Identifier: GPL-3.0-or-later */
/* C types as the generators make them, and how they are written in C.

   A type is a tree that is never freed: a generator makes one file and ends.  */

#ifndef KCFI_C_TYPE_H
#define KCFI_C_TYPE_H

#include <stdbool.h>
#include <stddef.h>

enum c_kind
{
  C_VOID,
  C_SCALAR,	/* arithmetic, complex, enum */
  C_VECTOR,
  C_TAG,	/* struct, union */
  C_TYPEDEF,
  C_POINTER,
  C_ARRAY,
  C_FUNCTION
};

enum
{
  C_CONST = 1,
  C_VOLATILE = 2,
  C_RESTRICT = 4,
  C_ATOMIC = 8,
  C_SEG_GS = 16,
  C_SEG_FS = 32,
  C_QUALIFIER_COUNT = 6
};

struct c_type
{
  enum c_kind kind;
  unsigned qualifiers;
  /* The words of a C_VOID, C_SCALAR, C_VECTOR, C_TAG; the name of a
     C_TYPEDEF.  */
  const char *words;
  /* C_TAG: it can be passed, returned and put into arrays.  */
  bool complete;
  /* C_POINTER, C_ARRAY, C_FUNCTION: what it leads to or returns; C_TYPEDEF:
     what it stands for.  */
  const struct c_type *inner;
  /* C_ARRAY: what stands in the brackets.  */
  const char *bounds;
  /* C_FUNCTION.  No parameters and not `prototyped' is `()'.  */
  const struct c_type **parameters;
  size_t count;
  bool prototyped;
  bool variadic;
  /* C_POINTER to a C_FUNCTION: attributes of that function.  C_TYPEDEF: the
     attribute that its definition has.  */
  const char *attributes;
  /* C_FUNCTION: its first parameter is called `n' and bounds use it.  */
  bool names_bound;
};

/* A new type of KIND; WORDS is kept, not copied.  */
struct c_type *c_type_new (enum c_kind kind, const char *words);

/* TYPE, or a copy of it with QUALIFIERS added.  */
const struct c_type *c_qualified (const struct c_type *type,
				  unsigned qualifiers);

/* What TYPE is once its typedefs are looked through; *QUALIFIERS, if given, is
   set to all qualifiers on the way.  */
const struct c_type *c_resolve (const struct c_type *type,
				unsigned *qualifiers);

/* True if an object of TYPE can be declared: complete, no function.  */
bool c_complete (const struct c_type *type);

/* The declaration of NAME (which may be empty: a type name) with TYPE, without
   semicolon.  PREFIX starts the names of its parameters, from 0 on; without it
   they are left out where possible.  The text is new.  */
char *c_declaration (const struct c_type *type, const char *name,
		     const char *prefix);

/* printf into a new string.  */
char *c_text (const char *format, ...) __attribute__ ((format (printf, 1, 2)));

#endif
