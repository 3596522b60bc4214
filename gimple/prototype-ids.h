/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The type id of a GCC function type or declaration.  */

#ifndef KCFI_PROTOTYPE_IDS_H
#define KCFI_PROTOTYPE_IDS_H

#include "ids/mangle.h"
#include "ids/virtual-mode.h"

/* What the id of a prototype is and comes from.  Lives as long as the
   compilation.  */
struct kcfi_prototype
{
  uint32_t id;
  const char *string; /* "_ZTSFiiE" */
  bool numbered;      /* Depends on an unnamed type's number.  */
};

/* True if FNTYPE has a prototype: in C `int f ()' has none, in C++ everything has
   one, also `int f (...)', for which GCC before 13 has no parameter list.  */
bool kcfi_prototyped_p (const_tree fntype);

/* All that follows is for when the source is read (unit-phase.h).  */

/* Compute ids with OPTIONS (copied) from now on; ADDRESS_SPACES as in
   tree-reader.h.  */
void kcfi_prototype_ids_start (const struct kcfi_id_options *options,
			       const char *const *address_spaces);

/* GCC is about to take out of its types what only the front end needs, for
   link-time optimisation.  Functions that it makes from now on have types that C
   has, too.  */
void kcfi_prototype_ids_forget_language (void);

/* The prototype of calls through FNTYPE, a FUNCTION_TYPE or METHOD_TYPE.  */
const struct kcfi_prototype *kcfi_prototype_of_type (tree fntype);

/* The prototype of the function DECL: of all its declarations together, and of
   a definition without a prototype by its promoted parameters.  */
const struct kcfi_prototype *kcfi_prototype_of_decl (tree decl);

/* True if calls through the FUNCTION_TYPEs ONE and OTHER have the same id.  Other
   than kcfi_prototype_of_type this gives unnamed tags no numbers.  */
bool kcfi_same_id_p (tree one, tree other);

/* True if functions of FNTYPE take a pointer that their prototype does not show,
   and write through it: attribute strub ("at-calls") of GCC 14.  Such a type has
   an id of its own; calls through pointers to it are refused.  */
bool kcfi_scrubbed_by_caller_p (const_tree fntype);

/* DECL has the id of FNTYPE, which it was declared with when it was mentioned
   first, whatever later declarations add.  */
void kcfi_fix_prototype (tree decl, tree fntype);

#endif
