/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that attributes take.  */

#include "gcc-compat.h"
#include "attribute-text.h"

const char *
kcfi_attribute_text_problem (tree argument)
{
  if (!argument || TREE_CODE (argument) != STRING_CST)
    return "%qE attribute argument is not a string";
  if (TYPE_PRECISION (TREE_TYPE (TREE_TYPE (argument))) != BITS_PER_UNIT)
    return "%qE attribute argument is a string of wide characters";
  if (memchr (TREE_STRING_POINTER (argument), 0, TREE_STRING_LENGTH (argument))
      != TREE_STRING_POINTER (argument) + TREE_STRING_LENGTH (argument) - 1)
    return "%qE attribute argument contains a null character";
  return NULL;
}
