/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the source converts one function pointer type into another.  Whether
   that changes the type id is found out when the source is read
   (../cast-warning.cc).  */

#ifndef KCFI_CONVERSIONS_H
#define KCFI_CONVERSIONS_H

/* Note conversions from now on.  */
void kcfi_conversions_start (void);

/* Observers of parser events (source-events.cc).  */
void kcfi_conversions_see_initialiser (tree decl);
void kcfi_conversions_see_body (tree decl);

struct kcfi_conversion
{
  location_t location;
  tree from, to; /* Pointers to unlike prototyped function types.  */
  tree function; /* The one whose address is converted, or NULL_TREE.  */
  tree owner;	 /* The function that the conversion stands in, if it is an
		    inline one that may remain unused, or NULL_TREE.  */
  tree written;	 /* The C++ constructor or destructor that it stands in, as it
		    was written: GCC reads it again for complete objects and
		    for bases.  NULL_TREE elsewhere.  */
};

/* Call VISIT with each conversion, in the order of the source.  Call before
   kcfi_unit_notes_drop.  */
void kcfi_noted_conversions (void (*visit) (const kcfi_conversion *));

#endif
