/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of mangled names that changes a few words on the way.

   A word may look like another one's middle, as in a class called C4E or LDnE, so
   the name has to be read by its grammar.  Each read_ function reads what it is
   named after, as the ABI's grammar has it, and copies it; false if the text is
   something else.  */

#define _POSIX_C_SOURCE 200809L

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../../plugin/base/text.h"
#include "clang-spelling.h"

struct reader
{
  const char *at; /* What is next.  */
  struct kcfi_text out;
};

static bool read_type (struct reader *reader);
static bool read_name (struct reader *reader);
static bool read_encoding (struct reader *reader);

static bool
copy (struct reader *reader, size_t length)
{
  if (strnlen (reader->at, length) < length)
    return false;
  kcfi_text_add_bytes (&reader->out, reader->at, length);
  reader->at += length;
  return true;
}

/* Copy TEXT if it is next.  */
static bool
copy_if (struct reader *reader, const char *text)
{
  size_t length = strlen (text);
  return strncmp (reader->at, text, length) == 0 && copy (reader, length);
}

/* Copy the next character if it is one of SET.  */
static bool
copy_one_of (struct reader *reader, const char *set)
{
  return *reader->at && strchr (set, *reader->at) && copy (reader, 1);
}

/* "", 0, A, 10: the digits in front of an underscore.  */
static bool
read_sequence (struct reader *reader)
{
  while (isdigit ((unsigned char) *reader->at)
	 || isupper ((unsigned char) *reader->at))
    copy (reader, 1);
  return copy_if (reader, "_");
}

/* 3foo  */
static bool
read_source_name (struct reader *reader)
{
  if (!isdigit ((unsigned char) *reader->at))
    return false;
  char *end;
  unsigned long length = strtoul (reader->at, &end, 10);
  return copy (reader, (size_t) (end - reader->at)) && copy (reader, length);
}

/* B3tag, perhaps several, perhaps none.  */
static bool
read_abi_tags (struct reader *reader)
{
  while (copy_if (reader, "B"))
    if (!read_source_name (reader))
      return false;
  return true;
}

/* Types up to the E that ends the list.  */
static bool
read_types (struct reader *reader)
{
  while (!copy_if (reader, "E"))
    if (copy_if (reader, "RE") || copy_if (reader, "OE"))
      return true;
    else if (!read_type (reader))
      return false;
  return true;
}

/* Li5E, L1E5E, LDnE, L_Z3objE  */
static bool
read_literal (struct reader *reader)
{
  if (copy_if (reader, "L_Z"))
    return read_encoding (reader) && copy_if (reader, "E");
  bool null_pointer = strncmp (reader->at, "LDnE", 4) == 0;
  copy (reader, 1);
  if (!read_type (reader))
    return false;
  if (null_pointer)
    kcfi_text_add (&reader->out, "0");
  while (copy_one_of (reader, "0123456789abcdefn_"))
    ;
  return copy_if (reader, "E");
}

/* IicE; the arguments of a pack are J..E.  */
static bool
read_arguments (struct reader *reader)
{
  copy (reader, 1);
  while (!copy_if (reader, "E"))
    {
      bool understood;
      if (*reader->at == 'L')
	understood = read_literal (reader);
      else if (copy_if (reader, "Xad"))
	understood = *reader->at == 'L' && read_literal (reader)
		     && copy_if (reader, "E");
      else if (*reader->at == 'J')
	understood = read_arguments (reader);
      else
	understood = read_type (reader);
      if (!understood)
	return false;
    }
  return true;
}

static bool
read_optional_arguments (struct reader *reader)
{
  return *reader->at != 'I' || read_arguments (reader);
}

/* Ut_, Ut0_, UliE_, UlvE0_  */
static bool
read_unnamed_type (struct reader *reader)
{
  if (copy_if (reader, "Ut"))
    return read_sequence (reader);
  return copy_if (reader, "Ul") && read_types (reader)
	 && read_sequence (reader);
}

/* C1, D0.  GCC writes 4 for the constructor as it was written, Clang 1.  */
static bool
read_special_member (struct reader *reader)
{
  copy (reader, 1);
  if (!copy_if (reader, "4"))
    return copy_one_of (reader, "01235");
  reader->out.bytes[reader->out.length - 1] = '1';
  return true;
}

/* pl, cvi, li3_km  */
static bool
read_operator (struct reader *reader)
{
  if (copy_if (reader, "cv"))
    return read_type (reader);
  if (copy_if (reader, "li"))
    return read_source_name (reader);
  return islower ((unsigned char) reader->at[0]) && copy (reader, 2);
}

static bool
read_unqualified_name (struct reader *reader)
{
  copy_if (reader, "L");
  bool understood;
  if (isdigit ((unsigned char) *reader->at))
    understood = read_source_name (reader);
  else if (*reader->at == 'U')
    understood = read_unnamed_type (reader);
  else if (*reader->at == 'C' || *reader->at == 'D')
    understood = read_special_member (reader);
  else
    understood = read_operator (reader);
  return understood && read_abi_tags (reader);
}

/* S_, S0_, St, Sa with its tags; T_, T0_  */
static bool
read_substitution (struct reader *reader)
{
  if (copy_if (reader, "St"))
    return true;
  bool parameter = *reader->at == 'T';
  copy (reader, 1);
  if (!parameter && copy_one_of (reader, "absiod"))
    return read_abi_tags (reader);
  return read_sequence (reader);
}

/* N2ns1AE  */
static bool
read_nested_name (struct reader *reader)
{
  copy (reader, 1);
  while (copy_one_of (reader, "rVK"))
    ;
  copy_one_of (reader, "RO");
  while (!copy_if (reader, "E"))
    {
      bool understood;
      if (*reader->at == 'S' || *reader->at == 'T')
	understood = read_substitution (reader);
      else if (*reader->at == 'I')
	understood = read_arguments (reader);
      else
	understood = copy_if (reader, "M") || read_unqualified_name (reader);
      if (!understood)
	return false;
    }
  return true;
}

/* Z3funiE3tag, Z3funiEs, Z3funiEd_UlvE_, with _0 or __10_ behind it.  */
static bool
read_local_name (struct reader *reader)
{
  copy (reader, 1);
  if (!read_encoding (reader) || !copy_if (reader, "E"))
    return false;
  if (!copy_if (reader, "s"))
    {
      if (*reader->at == 'd'
	  && (reader->at[1] == '_' || isdigit (reader->at[1])))
	{
	  copy (reader, 1);
	  read_sequence (reader);
	}
      if (!read_name (reader))
	return false;
    }
  if (copy_if (reader, "__"))
    return read_sequence (reader);
  return !copy_if (reader, "_") || copy_one_of (reader, "0123456789");
}

static bool
read_name (struct reader *reader)
{
  if (*reader->at == 'N')
    return read_nested_name (reader);
  if (*reader->at == 'Z')
    return read_local_name (reader);
  if (*reader->at == 'S')
    {
      bool std = strncmp (reader->at, "St", 2) == 0;
      return read_substitution (reader)
	     && (!std || read_unqualified_name (reader))
	     && read_optional_arguments (reader);
    }
  return read_unqualified_name (reader) && read_optional_arguments (reader);
}

/* A function's name and type, or a variable's name, up to the E behind it.  */
static bool
read_encoding (struct reader *reader)
{
  if (!read_name (reader))
    return false;
  while (*reader->at && *reader->at != 'E')
    if (!read_type (reader))
      return false;
  return true;
}

/* What begins with D: Dn, Dv4_i, DpT_, DF16_, DB7_  */
static bool
read_d_type (struct reader *reader)
{
  switch (reader->at[1])
    {
    case 'p':
      return copy (reader, 2) && read_type (reader);
    case 'v':
      return copy (reader, 2) && read_sequence (reader) && read_type (reader);
    case 'F':
    case 'B':
    case 'U':
      copy (reader, 2);
      while (isdigit ((unsigned char) *reader->at))
	copy (reader, 1);
      return copy_one_of (reader, "_bx");
    case 'a':
    case 'c':
    case 'd':
    case 'e':
    case 'f':
    case 'h':
    case 'i':
    case 'n':
    case 's':
    case 'u':
      return copy (reader, 2);
    default:
      return false;
    }
}

/* r V K P R O C G, vendor qualifiers, noexcept and transaction_safe in front of a
   type.  */
static bool
read_qualifiers (struct reader *reader)
{
  for (;;)
    if (copy_if (reader, "Do") || copy_if (reader, "Dx"))
      continue;
    else if (*reader->at == 'U' && isdigit ((unsigned char) reader->at[1]))
      {
	copy (reader, 1);
	if (!read_source_name (reader) || !read_optional_arguments (reader))
	  return false;
      }
    else if (!copy_one_of (reader, "rVKPROCG"))
      return true;
}

static bool
read_type (struct reader *reader)
{
  if (!read_qualifiers (reader))
    return false;
  if (copy_one_of (reader, "vwbcahstijlmxynofdegz"))
    return true;
  switch (*reader->at)
    {
    case 'u':
      return copy (reader, 1) && read_source_name (reader);
    case 'D':
      return read_d_type (reader);
    case 'F':
      copy (reader, 1);
      copy_if (reader, "Y");
      return read_types (reader);
    case 'A':
      return copy (reader, 1) && read_sequence (reader) && read_type (reader);
    case 'M':
      return copy (reader, 1) && read_type (reader) && read_type (reader);
    case 'T':
      return read_substitution (reader) && read_optional_arguments (reader);
    case 'U':
      return read_unnamed_type (reader);
    default:
      return (*reader->at == 'S' || *reader->at == 'N' || *reader->at == 'Z'
	      || isdigit ((unsigned char) *reader->at))
	     && read_name (reader);
    }
}

char *
kcfi_clang_spelling (const char *name)
{
  struct reader reader = { .at = name };
  if (read_type (&reader) && !*reader.at)
    return kcfi_text_take (&reader.out);
  kcfi_text_free (&reader.out);
  return kcfi_duplicate (name);
}
