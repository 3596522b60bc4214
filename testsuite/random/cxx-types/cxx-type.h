/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the generator of random C++ function types.  */

#ifndef KCFI_CXX_TYPE_H
#define KCFI_CXX_TYPE_H

#include <stdbool.h>

/* --- cxx-type-gen.c: what the file may have --- */

extern bool with_library;
extern bool with_unnamed; /* what is in unnamed namespaces */
extern bool with_tags;	  /* what has ABI tags */
extern bool is_portable;  /* what GCC has and gives the same name only */

/* How many types `uNUMBER' are declared so far.  */
extern unsigned alias_count;

/* --- cxx-type-words.c --- */

/* Texts that name types or values.  */
struct words
{
  const char *const *texts;
  unsigned count;
};

extern const struct words scalars;  /* the first 12 are the usual ones */
extern const struct words elements; /* of vectors */
extern const struct words values;   /* template arguments */
extern const struct words names;    /* of classes and enumerations */
extern const struct words classes;  /* that member pointers lead into */
extern const struct words library_names;

/* Patterns: @ stands for a type, # for a scalar, % for a function type.  */
extern const struct words templates;
extern const struct words library_templates;

/* One of WORDS, or of its first COUNT, that the file may have.  */
const char *choose (const struct words *words);
const char *choose_first (const struct words *words, unsigned count);

/* --- cxx-type-print.c --- */

/* Print a type that is no function, array, reference or void.  DEPTH is how many
   types it may have within each other.  */
void print_object (unsigned depth);

/* Print TEMPLATE of a result and parameters.  */
void print_signature (const char *template, unsigned depth);

#endif
