/* SPDX-License-Identifier: GPL-3.0-or-later */
/* __attribute__ ((indirect_branch ("keep"))) where FineIBT may come.

   A kernel with call padding (a patchable prefix) finds its checked calls by
   the calls of the retpoline thunk behind them, and rewrites all checks and
   preambles when it boots: FineIBT, and ids that are seeded anew.  Linux 6.12
   gives GCC, not Clang, this attribute for every __init function:

     movl $-ID, %r10d ; addl -15(%rax), %r10d ; je 1f ; ud2 ; 1: call *%rax

   is not found, and stops the first matching call of a rewritten function.  So
   the attribute has no effect there, and the call goes through the thunk, as
   Clang makes it.  Linux 7.2 has no such attribute any more.  */

#include "../plugin/gcc-compat.h"
#include "compiler-options.h"
#include "kept-branches.h"
#include "unit-target.h"

/* True if calls of this unit may be rewritten by who knows them by the thunk,
   which must be one of his own.  */
static bool
calls_known_by_thunk_p (void)
{
  /* GCC declares its builtins before the unit has a target.  */
  if (!kcfi_target || !kcfi_target->thunk_option || kcfi_unit_prefix () == 0)
    return false;
  const char *value = kcfi_enumeration_value (kcfi_target->thunk_option);
  return value && strcmp (value, "thunk-extern") == 0;
}

static bool
keeps_branches_p (tree attribute)
{
  if (!is_attribute_p (kcfi_target->thunk_attribute,
		       get_attribute_name (attribute)))
    return false;
  tree arguments = TREE_VALUE (attribute);
  return arguments && TREE_VALUE (arguments)
	 && TREE_CODE (TREE_VALUE (arguments)) == STRING_CST
	 && strcmp (TREE_STRING_POINTER (TREE_VALUE (arguments)), "keep") == 0;
}

/* The list is shared by all declarators of a declaration: it is made anew,
   never edited.  */
tree
kcfi_without_kept_branches (tree attributes)
{
  tree found = attributes && calls_known_by_thunk_p () ? attributes : NULL_TREE;
  while (found && !keeps_branches_p (found))
    found = TREE_CHAIN (found);
  if (!found)
    return attributes;
  tree kept = NULL_TREE;
  tree *end = &kept;
  for (tree attribute = attributes; attribute;
       attribute = TREE_CHAIN (attribute))
    if (!keeps_branches_p (attribute))
      {
	*end = build_tree_list (TREE_PURPOSE (attribute),
				TREE_VALUE (attribute));
	end = &TREE_CHAIN (*end);
      }
  return kept;
}
