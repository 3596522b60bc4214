/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slots of virtual tables, and the methods that introduced them.

   The virtual table of a class begins with the slots of its primary base, the one
   at the same address; the slots behind those the class has introduced.  So each
   slot has one introducing method: the one that a program must override to get
   into it (Itanium C++ ABI, 2.5.2 "Virtual Table Components and Order").

   Read from the BINFOs of classes, for C++ before types are stripped for
   link-time optimisation.  */

#ifndef KCFI_VIRTUAL_SLOTS_H
#define KCFI_VIRTUAL_SLOTS_H

/* Call once, before any other.  */
void kcfi_virtual_slots_start (void);

/* The method that introduced SLOT, counted from 0, of CLASS_TYPE's own virtual
   table; NULL_TREE if the class has no such slot.  */
tree kcfi_slot_introducer (tree class_type, unsigned slot);

/* Append to INTRODUCERS, each once, the methods that introduced the slots in which
   DECL stands: a virtual method or thunk that is defined in this unit.  There are
   none for a thunk that only other thunks jump to.  False if the tables were not
   understood.  */
bool kcfi_find_introducers (tree decl, auto_vec<tree> &introducers);

#endif
