/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which slot an entry of an emitted virtual table is.

   A table of a class with several bases is one array, of a part for each base
   (Itanium C++ ABI, 2.5.2): offsets, the offset to the top of the object, the
   type, functions.  A construction table, _ZTC, has those of a base while it is
   made inside of a larger object, whose layout it has.  */

#ifndef KCFI_TABLE_SLOTS_H
#define KCFI_TABLE_SLOTS_H

/* The one of CANDIDATES that introduced the slot which is element INDEX of TABLE, the
   initializer of VARIABLE; NULL_TREE if that cannot be told.  */
tree kcfi_table_slot_introducer (tree variable,
				 const vec<constructor_elt, va_gc> *table,
				 unsigned index,
				 const auto_vec<tree> &candidates);

#endif
