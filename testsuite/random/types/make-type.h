/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random C types that GCC and Clang both accept.  */

#ifndef KCFI_MAKE_TYPE_H
#define KCFI_MAKE_TYPE_H

#include "c-type.h"

struct make_options
{
  /* Qualified return types: GCC keeps those only before C11.  */
  bool qualified_results;
  /* Tags that are not complete may be parameters: in declarations only.  */
  bool incomplete_parameters;
  /* Bounds of arrays in parameters that name another parameter; bounds of 0.
     Not for what is declared again: GCC 12 crashes on the former, and its
     composite type of the latter loses _Atomic.  */
  bool bounds;
  /* Arrays of [*] in parameters: in declarations only.  */
  bool star_bounds;
  /* Unions with attribute transparent_union.  */
  bool transparent_unions;
  /* Members of an unnamed type, by __typeof__.  */
  bool unnamed_members;
  /* Derivations inside each other at most.  */
  unsigned depth;
};

/* Start with the types of the language; new ones are printed to standard
   output.  */
void make_start (const struct make_options *options);

/* Print the definition of a new tag or typedef, which later types may use.  */
void make_definition (void);

/* A function type with a prototype; with at least one parameter when
   VARIADIC.  */
const struct c_type *make_prototype (void);

/* A type that is compatible with TYPE and perhaps written otherwise: typedefs
   resolved, bounds of arrays left out, parameter lists of functions left out.
   Source: C11 6.2.7, 6.7.6.  */
const struct c_type *make_compatible (const struct c_type *type);

#endif
