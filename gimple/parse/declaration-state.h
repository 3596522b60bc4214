/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parser stands with regard to unnamed tags, in plain C: tags are
   numbers (TYPE_UIDs), and tag-names.cc turns the parser's events into calls.

     typedef struct { struct { ... } m; } *p, t;

   The inner tag is complete, then the field M that leads to it makes it a member
   of the outer one, which is complete next; then come the typedefs, of which the
   first that is the tag itself, T, names it.

     event			pending tags	    declared tag
     an unnamed tag is complete	it is pending	    it is declared
     a record is complete	those that its fields lead to are its members, and
				no longer pending or declared
     a typedef			none is pending	    named by it, if it is the tag
						    itself and the first
     another declarator		none is pending	    none
     a function's body follows	none is pending	    none

   Source: Sema::setTagNameForLinkagePurposes, and the declaration context of an
   unnamed tag inside another one.  */

#ifndef KCFI_DECLARATION_STATE_H
#define KCFI_DECLARATION_STATE_H

#include "../../plugin/base/number-set.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Start from a zeroed struct.  */
struct kcfi_declaration_state
{
  /* The unnamed tags that were completed since the last declarator, and those of
     them that have become members of an enclosing tag.  */
  struct kcfi_number_set completed, members;
  /* The unnamed tag whose declaration is being parsed; 0 if there is none, or
     once something else than a typedef is declared.  */
  uint32_t declared;
};

/* The unnamed tag TAG is complete.  */
void kcfi_declaration_enter_tag (struct kcfi_declaration_state *state,
				 uint32_t tag);

/* True if a tag is pending: completed, and no member yet.  */
bool kcfi_declaration_pending_p (const struct kcfi_declaration_state *state);

/* A field of the record that is complete now leads to the unnamed TAG.  True if
   that makes TAG its member; it then is pending no longer, and a typedef behind
   the record does not name it.  */
bool kcfi_declaration_adopt (struct kcfi_declaration_state *state,
			     uint32_t tag);

/* True if TAG is the one that typedefs of this declaration may name.  */
bool kcfi_declaration_declares_p (const struct kcfi_declaration_state *state,
				  uint32_t tag);

/* No typedef behind this one is in the declaration of the declared tag.  */
void kcfi_declaration_end_tag (struct kcfi_declaration_state *state);

/* A declarator is complete, or a function's body follows.  */
void kcfi_declaration_leave (struct kcfi_declaration_state *state,
			     bool is_typedef);

#ifdef __cplusplus
}
#endif

#endif
