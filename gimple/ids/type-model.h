/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The neutral type model: what a C prototype is, without GCC and without DWARF.

   A model owns all its types.  Types are interned: two structurally equal types
   built in one model are the same pointer, which is what the mangler's
   substitutions compare.  Types are immutable once built and live until the
   model is freed.  Every constructor returns a borrowed pointer owned by the
   model and never NULL: running out of memory ends the process.

   Source of the rules: Itanium C++ ABI 5.1 as Clang applies it to C,
   doc/type-ids.md.  */

#ifndef KCFI_TYPE_MODEL_H
#define KCFI_TYPE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct kcfi_type kcfi_type;
typedef struct kcfi_type_model kcfi_type_model;

/* Qualifiers of one type component; or them together.  */
enum kcfi_qualifiers
{
  KCFI_CONST = 1,
  KCFI_VOLATILE = 2,
  KCFI_RESTRICT = 4
};

kcfi_type_model *kcfi_type_model_new (void);
void kcfi_type_model_free (kcfi_type_model *model);

const kcfi_type *kcfi_type_void (kcfi_type_model *model);

/* A type that is spelled CODE whatever the options are: "f", "DF16_", "Dn",
   "u6__bf16", "11__Int32x4_t".  SUBSTITUTABLE says whether a second use of it
   becomes S_ (no for Itanium builtins, yes for vendor vector types).  */
const kcfi_type *kcfi_type_builtin (kcfi_type_model *model, const char *code,
				    bool substitutable);

/* A type that the source gives the name ENCODING, one Itanium type
   (kcfi_encoding_check), by attribute cfi_encoding.  It is written whatever the
   options are.  A second use is S_ unless ENCODING is one of Itanium's builtins;
   types of different IDENTITY never stand for one another, even if they are called
   the same.  Source: rustc_sanitizers' encode_ty of an Adt with cfi_encoding.  */
const kcfi_type *kcfi_type_encoded (kcfi_type_model *model,
				    const char *encoding, uint64_t identity);

/* An integer type: CODE is its Itanium letter ("c", "a", "h", "l", "b" ...),
   BITS its width (8, 16, 32, 64 or 128) and IS_SIGNED its signedness, which
   together name it under normalize-integers (doc/type-ids.md).  _Bool is 8 bits
   unsigned.  _BitInt is a plain builtin, it is never normalized.  */
const kcfi_type *kcfi_type_integer (kcfi_type_model *model, const char *code,
				    unsigned bits, bool is_signed);

/* TYPE with QUALIFIERS and the vendor address space ADDRESS_SPACE ("AS256",
   "AS1"; NULL for the generic one): all of it is one component.  Qualifying
   an already qualified type merges; no qualifier at all returns TYPE; an
   array passes them on to its element, as C does.  */
const kcfi_type *kcfi_type_qualified (kcfi_type_model *model,
				      const kcfi_type *type,
				      unsigned qualifiers,
				      const char *address_space);

/* _Atomic TYPE.  */
const kcfi_type *kcfi_type_atomic (kcfi_type_model *model,
				   const kcfi_type *type);

const kcfi_type *kcfi_type_pointer (kcfi_type_model *model,
				    const kcfi_type *pointee);

/* An array of LENGTH elements, or, unless HAS_LENGTH, without a bound.  */
const kcfi_type *kcfi_type_array (kcfi_type_model *model,
				  const kcfi_type *element, bool has_length,
				  uint64_t length);

/* A variable length array, or [*].  It is mangled as an array without a bound,
   but is like no other array: two mentions `int (*a)[n], int (*b)[n]' are two
   types (ASTContext::getVariableArrayType), PA_iPA_i.  IDENTITY tells the
   mentions apart.  */
const kcfi_type *kcfi_type_variable_array (kcfi_type_model *model,
					   const kcfi_type *element,
					   uint64_t identity);

const kcfi_type *kcfi_type_vector (kcfi_type_model *model,
				   const kcfi_type *element, uint64_t length);

const kcfi_type *kcfi_type_complex (kcfi_type_model *model,
				    const kcfi_type *element);

/* A function type.  PARAMETERS (COUNT of them, copied) are taken as written:
   top level qualifiers are dropped here, arrays and functions decay here.
   PROTOTYPED is false for `int f()' before C23: it then has no parameter list
   ("FiE"), unless COUNT > 0 (a K&R definition, promoted types).  VENDOR is
   the vendor qualifier of the calling convention ("ms_abi") or NULL; without a
   prototype it is not mangled, but makes another type all the same.  Types of
   different VARIETY are not the same even if all else is, and are called the
   same: pointers to noreturn functions, say.  */
struct kcfi_function_type
{
  const kcfi_type *result;
  const kcfi_type *const *parameters;
  size_t count;
  bool variadic;
  bool prototyped;
  const char *vendor;
  uint64_t variety;
};
const kcfi_type *kcfi_type_function (kcfi_type_model *model,
				     const struct kcfi_function_type *function);

/* How a struct, union or enum is called.  */
enum kcfi_tag_scope
{
  KCFI_TAG_FILE,  /* NAME at file scope: 3foo; no NAME: 3$_0, 3$_1 ... in
		     order of first mangling in this model.  */
  KCFI_TAG_LOCAL, /* local to FUNCTION: Z2fnE3foo, Z2fnE3foo_0 ... by order
		     of first mangling; no NAME: Z2fnE3$_0, with
		     numbers of the function's own.  */
  KCFI_TAG_MEMBER /* an unnamed member of the tag PARENT: N3barUt_E, or
		     N3$_03$_1E where PARENT is unnamed or local.  */
};

/* IDENTITY makes the tag unique in the model: the same IDENTITY gives the
   same type and the first description wins.  All strings are copied.  */
struct kcfi_tag
{
  uint64_t identity;
  enum kcfi_tag_scope scope;
  const char *name;		  /* Tag or first typedef name, or NULL.  */
  bool name_is_typedef;		  /* NAME is a typedef's: counts as unnamed in
				     the discriminators of local tags.  */
  const char *function;		  /* KCFI_TAG_LOCAL: the function's name ...  */
  bool function_is_static;	  /* ... which is mangled ZL2fnE.  */
  uint64_t function_identity;	  /* One number for each such function.  */
  const kcfi_type *function_type; /* The function's type if it was declared
				   with an assembler name, then mangled
				   Z2fniE; else NULL.  Also NULL for the tags
				   of its parameter list: on these Clang
				   recurses without end.  */
  const kcfi_type *parent;	  /* KCFI_TAG_MEMBER: the enclosing tag.  */
};
const kcfi_type *kcfi_type_tag (kcfi_type_model *model,
				const struct kcfi_tag *tag);

/* The transparent union TAG whose first field is FIRST_FIELD: as a parameter
   or result of the function whose id is asked it is FIRST_FIELD, anywhere
   else it is TAG (doc/type-ids.md; Clang 22).  An empty union is just its
   tag.  */
const kcfi_type *kcfi_type_transparent_union (kcfi_type_model *model,
					      const kcfi_type *tag,
					      const kcfi_type *first_field);

/* True if mangling TYPE depends on the order of first mangling: it mentions
   an unnamed tag ($_n) or a local tag with a discriminator.  */
bool kcfi_type_is_numbered (const kcfi_type *type);

#ifdef __cplusplus
}
#endif

#endif
