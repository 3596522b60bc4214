/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a C++ function type's string to the one that Clang has for the same type
   under normalize-integers and generalize-pointers.

   A C++ compiler can be asked for the plain string only.  All that the two
   options change can be told from that string: it is read into a tree, in which
   every substitution is what it stands for, and the tree is written anew with
   the integers and pointers replaced and substitutions of its own.  */

#ifndef KCFI_REMANGLE_H
#define KCFI_REMANGLE_H

#include "mangle.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the target's integer types are, where machines differ; widths in bits.
   short has 16, long long 64, char16_t and char32_t what their names say.  */
struct kcfi_integer_types
{
  unsigned char int_bits;  /* 16 or 32.  */
  unsigned char long_bits; /* 32 or 64.  */
  unsigned char wide_bits; /* wchar_t: 16 or 32.  */
  bool wide_is_signed;
  bool char_is_signed; /* Plain char.  */
};

/* Why a string was refused.  */
struct kcfi_remangle_error
{
  const char
      *reason;	   /* Static, for the end of a message: "a name ends early". */
  size_t position; /* Bytes from the string's start to where it was seen.  */
};

/* How deep types, names and expressions may stand in one another.  What is only
   put in front of a type (pointers, qualifiers, arrays) does not count.
   Source: the limit that Clang has for templates, -ftemplate-depth.  */
enum
{
  KCFI_REMANGLE_DEPTH = 1024
};

/* The string of STRING's function type under OPTIONS.  STRING is what Clang
   hashes for a C++ function without either option: "_ZTS", the Itanium name of
   the function type, and possibly "." and a salt, which is kept; it ends with
   NUL and stays the caller's.  INTEGERS is the target of the code.  The result
   ends in the suffixes ".normalized" and ".generalized" that OPTIONS ask for;
   without either option it is STRING again.  OPTIONS' hash has no meaning.

   The caller frees the result.  NULL if STRING is nothing that Clang writes for
   a function type, or nests deeper than KCFI_REMANGLE_DEPTH: then *ERROR says
   why.  Takes time and memory in proportion to the length of STRING.

   Source: Itanium C++ ABI 5.1; CXXNameMangler of Clang 19 to 22
   (clang/lib/AST/ItaniumMangle.cpp) with NormalizeIntegers; Clang's
   CodeGenModule::CreateKCFITypeId and GeneralizeFunctionType.  */
char *kcfi_remangle (const char *string, const struct kcfi_id_options *options,
		     const struct kcfi_integer_types *integers,
		     struct kcfi_remangle_error *error);

#ifdef __cplusplus
}
#endif

#endif
