/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types without parts: void, integers, floating types, and those that only the
   machine has.  */

#include "../plugin/gcc-compat.h"
#include "basic-types.h"

/* The language's own type behind TYPE.  A typedef with an attribute such as
   may_alias makes a copy that is no variant, but has the same declaration for
   its name.  */
static const_tree
language_type (const_tree type)
{
  type = TYPE_MAIN_VARIANT (type);
  const_tree name = TYPE_NAME (type);
  if (name && TREE_CODE (name) == TYPE_DECL
      && TREE_CODE (TREE_TYPE (name)) == TREE_CODE (type)
      && TYPE_MODE (TREE_TYPE (name)) == TYPE_MODE (type))
    return TYPE_MAIN_VARIANT (TREE_TYPE (name));
  return type;
}

/* The Itanium letter of an integer type by identity; NULL if TYPE is none of
   the language's own.  */
static const char *
integer_letter (const_tree type)
{
  const struct
  {
    const_tree node;
    const char *letter;
  } letters[] = {
    { char_type_node, "c" },
    { signed_char_type_node, "a" },
    { unsigned_char_type_node, "h" },
    { short_integer_type_node, "s" },
    { short_unsigned_type_node, "t" },
    { integer_type_node, "i" },
    { unsigned_type_node, "j" },
    { long_integer_type_node, "l" },
    { long_unsigned_type_node, "m" },
    { long_long_integer_type_node, "x" },
    { long_long_unsigned_type_node, "y" },
    { boolean_type_node, "b" },
  };
  type = language_type (type);
  for (size_t i = 0; i < ARRAY_SIZE (letters); i++)
    if (type == letters[i].node)
      return letters[i].letter;
  return NULL;
}

/* Types that attributes and bit-fields make have the letter of the language's
   type of that width and sign.  */
static const char *
integer_letter_by_width (unsigned bits, bool is_unsigned)
{
  if (bits <= 8)
    return is_unsigned ? "h" : "a";
  if (bits <= 16)
    return is_unsigned ? "t" : "s";
  if (bits <= 32)
    return is_unsigned ? "j" : "i";
  if (bits <= 64 && TYPE_PRECISION (long_integer_type_node) == 64)
    return is_unsigned ? "m" : "l";
  if (bits <= 64)
    return is_unsigned ? "y" : "x";
  return is_unsigned ? "o" : "n";
}

static const kcfi_type *
read_integer (kcfi_type_model *model, tree type)
{
  unsigned bits = TREE_CODE (type) == BOOLEAN_TYPE ? 8 : TYPE_PRECISION (type);
  const char *letter = integer_letter (type);
  if (!letter && TREE_CODE (type) == BOOLEAN_TYPE)
    letter = "b";
  if (!letter)
    letter = integer_letter_by_width (bits, TYPE_UNSIGNED (type));
  unsigned width = 8;
  while (width < bits && width < 128)
    width *= 2;
  return kcfi_type_integer (model, letter, width, !TYPE_UNSIGNED (type));
}

static const kcfi_type *
read_bitint (kcfi_type_model *model, const_tree type)
{
  char code[32];
  snprintf (code, sizeof code, "D%c%u_", TYPE_UNSIGNED (type) ? 'U' : 'B',
	    (unsigned) TYPE_PRECISION (type));
  return kcfi_type_builtin (model, code, true);
}

/* Floating types by identity; C23's _FloatN have no name in Clang's C and get
   the Itanium ABI's.  __float128 and _Float128 are one type up to GCC 12, so
   both are `g'.  */
static const kcfi_type *
read_real (kcfi_type_model *model, const_tree type)
{
  const struct
  {
    const_tree node;
    const char *code;
  } codes[] = {
    { float_type_node, "f" },
    { double_type_node, "d" },
    { long_double_type_node, "e" },
    { float16_type_node, "DF16_" },
    { kcfi_compat_bfloat16_type (), "DF16b" },
    { float32_type_node, "DF32_" },
    { float64_type_node, "DF64_" },
    { float32x_type_node, "DF32x" },
    { float64x_type_node, "DF64x" },
    { dfloat32_type_node, "Df" },
    { dfloat64_type_node, "Dd" },
    { dfloat128_type_node, "De" },
  };
  type = language_type (type);
  for (size_t i = 0; i < ARRAY_SIZE (codes); i++)
    if (codes[i].node && type == codes[i].node)
      return kcfi_type_builtin (model, codes[i].code, false);
  if (TYPE_PRECISION (type) == 128)
    return kcfi_type_builtin (model, "g", false);
  if (TYPE_PRECISION (type) == 16)
    return kcfi_type_builtin (model, "DF16_", false);
  return kcfi_type_builtin (model, TYPE_PRECISION (type) == 32 ? "f" : "d",
			    false);
}

static int
same_type_p (tree a, tree b)
{
  return TYPE_MAIN_VARIANT (a) == TYPE_MAIN_VARIANT (b);
}

/* What the machine calls TYPE, or NULL.  The hooks of aarch64 and arm ask the
   language whether TYPE is va_list; the LTO front end, which reads the types of
   functions that GCC itself makes, has no such answer (lto/lto-lang.c).  That
   of s390 knows long double by its identity.  */
static const char *
machine_mangling (tree type)
{
  int (*language_answer) (tree, tree) = lang_hooks.types_compatible_p;
  if (!language_answer)
    lang_hooks.types_compatible_p = same_type_p;
  const char *code
      = targetm.mangle_type (const_cast<tree> (language_type (type)));
  lang_hooks.types_compatible_p = language_answer;
  return code;
}

/* The machine may know better how one of its own types is called:
   targetm.mangle_type is what GCC's C++ uses.  Vectors and the va_list of ARM,
   a class of namespace std (St9__va_list), are substitutable.  GCC 12 for
   aarch64 takes _Float16 for __fp16 there.  */
const kcfi_type *
kcfi_read_basic_type (kcfi_type_model *model, tree type)
{
  const char *code = machine_mangling (type);
  if (code && language_type (type) != float16_type_node)
    return kcfi_type_builtin (model, code,
			      VECTOR_TYPE_P (type) || AGGREGATE_TYPE_P (type));
  if (kcfi_compat_bitint_p (type))
    return read_bitint (model, type);
  switch (TREE_CODE (type))
    {
    case VOID_TYPE:
      return kcfi_type_void (model);
    case BOOLEAN_TYPE:
    case INTEGER_TYPE:
      return read_integer (model, type);
    case REAL_TYPE:
      return read_real (model, type);
    case NULLPTR_TYPE:
      return kcfi_type_builtin (model, "Dn", false);
    default:
      return NULL;
    }
}
