/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What later builds are compared with: unchecked calls, sizes of classes, and
   which functions have preambles.  Nothing in it changes when code moves: no
   addresses, no folders, no numbers of GCC's copies of functions.

   As a file each is a line of fields separated by tabs, after a first line with
   the format's number:

     kcfi-audit baseline 1
     unchecked	FUNCTION	call	REASON	SOURCE	LINE
     class	0x00050794	FUNCTIONS	CALLS	PROTOTYPE
     virtual	0x00050794	FUNCTIONS	CALLS	FUNCTION
     preamble	FUNCTION	WITH	WITHOUT

   Control characters and `%' in a field are `%' and two hexadecimal digits.  */

#ifndef AUDIT_BASELINE_H
#define AUDIT_BASELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../../plugin/base/text.h"

struct audit_strings;

/* A call or jump without check or excuse.  */
struct audit_baseline_call
{
  const char *function; /* Or what is known of the place.  */
  const char *kind;	/* "call", "jump".  */
  const char *reason;
  const char *source; /* Without folders; "" if not known.  */
  size_t line;	      /* 0 if not known.  */
  /* Where it is, if it was not read from a baseline.  */
  uint32_t file;
  uint32_t site;
};

/* A class that calls reach.  */
struct audit_baseline_class
{
  bool is_virtual;
  uint32_t id;
  size_t functions;
  size_t calls;
  const char *name; /* A prototype or one of the functions, for readers.  */
};

/* All functions of one name.  */
struct audit_baseline_preamble
{
  const char *function;
  size_t with;	  /* A preamble ...  */
  size_t without; /* ... or none, though a pointer may lead there.  */
  /* One without, if it was not read from a baseline.  */
  uint32_t file;
  size_t number;
};

struct audit_baseline
{
  struct audit_baseline_call *calls; /* Each list is sorted.  */
  size_t calls_count, calls_capacity;
  struct audit_baseline_class *classes;
  size_t classes_count, classes_capacity;
  struct audit_baseline_preamble *preambles;
  size_t preambles_count, preambles_capacity;
  struct audit_strings *strings; /* Owns them.  */
};

/* FIELD as it stands in the file, kept in BASELINE.  */
const char *audit_baseline_field (struct audit_baseline *baseline,
				  const char *field);

/* The orders of the lists.  The first leaves lines out: calls that it takes for
   equal differ in their line at most.  */
int audit_compare_baseline_calls (const struct audit_baseline_call *a,
				  const struct audit_baseline_call *b);
int audit_compare_baseline_classes (const struct audit_baseline_class *a,
				    const struct audit_baseline_class *b);

/* Bring the lists into their order; preambles of one name become one.  */
void audit_sort_baseline (struct audit_baseline *baseline);

/* Read TEXT, called NAME in errors, into BASELINE, which is empty.  Returns an
   error, which the caller frees, or NULL; BASELINE is to be freed in both
   cases.  */
char *audit_read_baseline (struct audit_baseline *baseline, const char *name,
			   const char *text);

/* Append BASELINE, which is sorted, to OUT.  */
void audit_print_baseline (struct kcfi_text *out,
			   const struct audit_baseline *baseline);

void audit_baseline_free (struct audit_baseline *baseline);

#endif
