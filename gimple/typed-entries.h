/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed entries: further names of a function, each with a type and an id of its own.

     int f (void *p) { ... }
     int g (int *) __attribute__ ((alias ("f"), kcfi_entry));

   A plain alias G has F's id, since it is F's address.  As an entry it is an address
   of its own in front of F, with an id, where a jump to F stands
   (../rtl/typed-entries.cc).  To GCC it is a function of another unit: it does not
   take the addresses for equal.  */

#ifndef KCFI_TYPED_ENTRIES_H
#define KCFI_TYPED_ENTRIES_H

/* Teach GCC the attributes; call at PLUGIN_ATTRIBUTES.  */
void kcfi_register_entry_attributes (void);

/* ATTRIBUTES of a new function with alias and kcfi_entry as those of an entry, or
   unchanged.  The list is never edited.  */
tree kcfi_take_over_entry (tree attributes);

/* An observer of parser events (parse/source-events.cc): a complete declarator.  */
void kcfi_typed_entries_see_declaration (tree decl);

/* True if DECL is an entry that was placed: no definition to GCC, but one all the
   same.  */
bool kcfi_typed_entry_p (const_tree decl);

/* The unit is read: give each function its entries, and report those that lead
   nowhere.  Call before functions are marked and the notes are dropped.  */
void kcfi_place_typed_entries (void);

/* Call VISIT with each entry of the function DECL: its symbol, an IDENTIFIER_NODE, its
   id, and how it is seen by other units.  */
struct kcfi_typed_entry
{
  tree symbol;
  uint32_t id;
  bool weak;
  enum symbol_visibility visibility;
};
void kcfi_typed_entries (const_tree decl,
			 void (*visit) (const kcfi_typed_entry *, void *),
			 void *data);

#endif
