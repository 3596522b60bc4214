/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking over DIEs of files that may be hostile.  */

#ifndef AUDIT_DWARF_WALK_H
#define AUDIT_DWARF_WALK_H

#include <elfutils/libdw.h>
#include <stdbool.h>
#include <stdint.h>

/* The first child of PARENT, and the next sibling of *CHILD.  False at the end,
   and when *BUDGET, which counts every step, is used up: sibling attributes of
   a damaged file can make trees without end.  */
bool audit_first_child (Dwarf_Die *parent, Dwarf_Die *child, uint64_t *budget);
bool audit_next_child (Dwarf_Die *child, uint64_t *budget);

/* A budget that suffices for the unit CU if its tree is one.  */
uint64_t audit_walk_budget (Dwarf_Die *cu);

/* The type attribute of DIE, its own or that of what it is an instance of.  */
bool audit_type_of (Dwarf_Die *die, Dwarf_Die *type);
bool audit_flag_of (Dwarf_Die *die, unsigned attribute);

/* Whether the unit CU tells the types of functions.  One that was compiled with
   -g1 has those of some variables only.  */
bool audit_describes_functions (Dwarf_Die *cu);

/* Where the code of DIE, a subprogram or label, starts, and the end of that piece,
   START if it is not known.  The piece that a function with several starts with
   comes first; Clang has such a list for one piece as well, with -gsplit-dwarf.  */
bool audit_code_of (Dwarf_Die *die, Dwarf_Addr *start, Dwarf_Addr *end);

/* The subprogram whose parameters count for DIE: its abstract origin if it is
   an instance of one.  */
Dwarf_Die audit_described_die (Dwarf_Die *die);

#endif
