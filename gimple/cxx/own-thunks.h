/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thunks of their own for the introducers that one thunk serves (virtual=class).

   A function that overrides methods of two virtual bases is often reached by one
   thunk from both tables, as the symbol of a thunk only tells how far `this' moves:

     struct both : virtual one, virtual two { int h () override; };
     _ZTV4both:	... _ZTv0_n24_N4both1hEv	in the table of `one'
		... _ZTv0_n24_N4both1hEv	in the table of `two'

   Where each slot has an id of its own, that thunk would need two.  So it gets a
   copy for each introducer, and the tables of the unit name the copies:

		... _ZTv0_n24_N4both1hEv.kcfi0c42c720
		... _ZTv0_n24_N4both1hEv.kcfibc63d59f

   Whoever compiles the function or a table with virtual=class knows the class, and
   thus makes or names the same copies.  */

#ifndef KCFI_OWN_THUNKS_H
#define KCFI_OWN_THUNKS_H

/* What is asked about introducers (virtual-ids.cc).  */
struct kcfi_introducer_rules
{
  /* True if calls of what INTRODUCER introduced are checked.  */
  bool (*checked) (tree introducer);
  uint32_t (*id) (tree introducer);
};

/* Make the copies and change the tables, where that is needed; report where it cannot
   be done.  RULES are borrowed.  Call once, before
   the functions of the unit are marked and before types are stripped.  */
void kcfi_split_thunks (const struct kcfi_introducer_rules *rules);

/* The introducer that DECL is a copy for; NULL_TREE if it is none.  */
tree kcfi_own_thunk_introducer (const_tree decl);

#endif
