/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the mangler, shared by mangle.c (types) and mangle-tag.c (tags).

   The walk over a type keeps its own stack of steps: the machine's would
   overflow on a type of some ten thousand levels.  */

#ifndef KCFI_MANGLER_H
#define KCFI_MANGLER_H

#include "../../plugin/base/text.h"
#include "type-node.h"

/* What is left to write.  */
struct kcfi_step
{
  enum
  {
    KCFI_WRITE_TYPE,
    KCFI_WRITE_TEXT,
    KCFI_WRITE_LOCAL_NAME, /* Of the tag TYPE, after Z2fnE.  */
    KCFI_ADD_SUBSTITUTION
  } what;
  const kcfi_type *type;
  const char *text;
};

/* Normalized integers stand for their width and signedness.  */
enum
{
  KCFI_NORMALIZED_KINDS = 10
};

struct kcfi_mangler
{
  kcfi_type_model *model;
  struct kcfi_text *out;
  bool normalize_integers;
  bool preview;		   /* Give out no numbers.  */
  uint64_t run;		   /* Tells this run's marks from older ones.  */
  size_t substitutions;	   /* How many there are so far.  */
  struct kcfi_step *steps; /* The last one is the next one.  */
  size_t step_count;
  size_t step_capacity;
  bool normalized_seen[KCFI_NORMALIZED_KINDS];
  size_t normalized_substitution[KCFI_NORMALIZED_KINDS];
};

/* Append the name of TYPE to what MANGLER writes; its first four fields are set
   and the rest is zero.  */
void kcfi_run_mangler (struct kcfi_mangler *mangler, const kcfi_type *type);

/* Do STEP next, before what was pushed earlier.  */
void kcfi_mangler_push (struct kcfi_mangler *mangler, struct kcfi_step step);
/* Write the parameters of the function type FUNCTION next: "v", "ii", "iz".  */
void kcfi_mangler_push_parameters (struct kcfi_mangler *mangler,
				   const kcfi_type *function);

/* Write substitution NUMBER: S_, S0_ ... S9_, SA_ ... SZ_, S10_.  */
void kcfi_write_substitution (struct kcfi_mangler *mangler, size_t number);
/* Write NAME after its length: 3foo.  */
void kcfi_write_source_name (struct kcfi_mangler *mangler, const char *name);

/* Write the name of TAG, possibly by pushing steps.  */
void kcfi_write_tag (struct kcfi_mangler *mangler, const kcfi_type *tag);
/* The step KCFI_WRITE_LOCAL_NAME.  */
void kcfi_write_local_name (struct kcfi_mangler *mangler, const kcfi_type *tag);

#endif
