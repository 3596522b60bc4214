/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Base types by their names, which GCC and Clang write differently:
   "long unsigned int" and "unsigned long", "complex float" and "complex".
   The letters are those of the Itanium ABI, as in gimple/basic-types.  */

#include "base-types.h"

#include <dwarf.h>
#include <elf.h>
#include <stdio.h>
#include <string.h>

/* How often WORD stands in NAME.  */

static unsigned
count_word (const char *name, const char *word)
{
  size_t length = strlen (word);
  unsigned count = 0;
  for (const char *at = name; (at = strstr (at, word)); at += length)
    if ((at == name || at[-1] == ' ') && (!at[length] || at[length] == ' '))
      count++;
  return count;
}

static const kcfi_type *
integer_type (kcfi_type_model *model, const struct audit_base_type *base)
{
  const char *name = base->name;
  bool is_unsigned = count_word (name, "unsigned");
  const char *code;
  if (count_word (name, "char"))
    {
      code = is_unsigned ? "h" : count_word (name, "signed") ? "a" : "c";
      is_unsigned = base->encoding == DW_ATE_unsigned_char;
    }
  else if (count_word (name, "__int128"))
    code = is_unsigned ? "o" : "n";
  else if (count_word (name, "short"))
    code = is_unsigned ? "t" : "s";
  else if (count_word (name, "long") > 1)
    code = is_unsigned ? "y" : "x";
  else if (count_word (name, "long"))
    code = is_unsigned ? "m" : "l";
  else if (count_word (name, "int") || count_word (name, "unsigned"))
    code = is_unsigned ? "j" : "i";
  else
    return NULL;
  if (!base->size || base->size > 16)
    return NULL;
  return kcfi_type_integer (model, code, (unsigned) base->size * 8,
			    !is_unsigned);
}

/* _BitInt(7) and unsigned _BitInt(7); never normalized.  */

static const kcfi_type *
bit_int_type (kcfi_type_model *model, const char *name)
{
  unsigned bits;
  const char *at = strstr (name, "_BitInt(");
  if (!at || sscanf (at, "_BitInt(%u)", &bits) != 1)
    return NULL;
  char code[32];
  snprintf (code, sizeof code, "D%c%u_",
	    count_word (name, "unsigned") ? 'U' : 'B', bits);
  return kcfi_type_builtin (model, code, true);
}

static const char *
real_code (const struct audit_base_type *base)
{
  static const char *const codes[][2] = {
    { "float", "f" },	      { "double", "d" },	{ "long double", "e" },
    { "_Float16", "DF16_" },  { "__float128", "g" },	{ "_Float128", "g" },
    { "__fp16", "Dh" },	      { "_Float32", "DF32_" },	{ "_Float64", "DF64_" },
    { "_Float32x", "DF32x" }, { "_Float64x", "DF64x" }, { "_Decimal32", "Df" },
    { "_Decimal64", "Dd" },   { "_Decimal128", "De" }
  };
  /* Of 128 bits, IBM's.  */
  if (!strcmp (base->name, "long double")
      && (base->machine == EM_S390 || base->machine == EM_PPC64))
    return "g";
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    if (!strcmp (base->name, codes[i][0]))
      return codes[i][1];
  if (!strcmp (base->name, "__bf16"))
    return base->machine == EM_AARCH64 || base->machine == EM_ARM ? "u6__bf16"
								  : "DF16b";
  return NULL;
}

/* Clang calls every complex type "complex": of the floating ones the size tells
   which, of integers the sign is lost.  */

static const kcfi_type *
complex_type (kcfi_type_model *model, const struct audit_base_type *base)
{
  static const char prefix[] = "complex ";
  struct audit_base_type part = *base;
  part.size = base->size / 2;
  part.encoding = DW_ATE_signed_char;
  if (!strncmp (base->name, prefix, sizeof prefix - 1))
    part.name = base->name + sizeof prefix - 1;
  else if (base->encoding == DW_ATE_complex_float)
    part.name = part.size == 2	 ? "_Float16"
		: part.size == 4 ? "float"
		: part.size == 8 ? "double"
				 : "long double";
  else
    return NULL;
  const char *code = real_code (&part);
  const kcfi_type *element = code ? kcfi_type_builtin (model, code, false)
				  : integer_type (model, &part);
  return element ? kcfi_type_complex (model, element) : NULL;
}

const kcfi_type *
audit_base_type (kcfi_type_model *model, const struct audit_base_type *base)
{
  if (!strncmp (base->name, "complex", 7))
    return complex_type (model, base);
  switch (base->encoding)
    {
    case DW_ATE_boolean:
      return kcfi_type_integer (model, "b", 8, false);
    case DW_ATE_float:
    case DW_ATE_decimal_float:
      {
	const char *code = real_code (base);
	return code ? kcfi_type_builtin (model, code, false) : NULL;
      }
    case DW_ATE_signed:
    case DW_ATE_unsigned:
    case DW_ATE_signed_char:
    case DW_ATE_unsigned_char:
      /* Clang 19 leaves the width out: "unsigned _BitInt".  */
      if (strstr (base->name, "_BitInt"))
	return bit_int_type (model, base->name);
      return integer_type (model, base);
    default:
      return NULL;
    }
}
