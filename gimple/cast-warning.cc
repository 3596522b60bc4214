/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning about conversions.

   It looks when all is read and marked: asking for the ids of types while the
   source was read would number unnamed tags in another order, and a warning must
   not change the code.  For the same reason it compares without asking.  */

#include "../plugin/gcc-compat.h"
#include "cast-warning.h"
#include "parse/conversions.h"
#include "prototype-ids.h"

/* True if FUNCTION, an inline one, is used: the others are met in each unit that
   includes their header.  */
static bool
used_p (tree function)
{
  const cgraph_node *node = cgraph_node::get (function);
  return node && node->lowered;
}

/* True if CONVERSION is met again in another copy of its constructor or destructor.
   Copies follow each other.  */
static bool
met_before_p (const kcfi_conversion *conversion)
{
  static tree written;
  static hash_set<int_hash<location_t, UNKNOWN_LOCATION, (location_t) -1> >
      *met;
  if (!conversion->written)
    return false;
  if (!met || written != conversion->written)
    {
      delete met;
      met = new hash_set<
	  int_hash<location_t, UNKNOWN_LOCATION, (location_t) -1> >;
      written = conversion->written;
    }
  return met->add (conversion->location);
}

static void
warn_about_conversion (const kcfi_conversion *conversion)
{
  if ((conversion->owner && !used_p (conversion->owner))
      || kcfi_same_id_p (TREE_TYPE (conversion->from),
			 TREE_TYPE (conversion->to))
      || met_before_p (conversion))
    return;
  /* A system header's macro does not hide what its user converts.  */
  location_t location
      = expansion_point_location_if_in_system_header (conversion->location);
  auto_diagnostic_group group;
  if (warning_at (location, 0,
		  "KCFI: conversion from %qT to %qT changes the type id: a call"
		  " through the result traps [warn=cast]",
		  conversion->from, conversion->to)
      && conversion->function)
    inform (DECL_SOURCE_LOCATION (conversion->function), "%qD is declared here",
	    conversion->function);
}

void
kcfi_warn_conversions (void)
{
  kcfi_noted_conversions (warn_about_conversion);
}
