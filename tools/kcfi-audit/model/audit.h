/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All files of one run together: what an id means over all of them.  */

#ifndef AUDIT_H
#define AUDIT_H

#include "audit-file.h"
#include "prototypes.h"

/* A function or a site of a file, as a member of a class.  */
struct audit_member
{
  uint32_t id;
  uint32_t file;
  uint32_t number;
};

/* All that have one id.  */
struct audit_class
{
  uint32_t id;
  size_t functions;	  /* Number of the first in the audit's list ...  */
  size_t functions_count; /* ... and how many.  */
  size_t sites;
  size_t sites_count;
  size_t prototypes;
  size_t prototypes_count;
};

/* The classes of one kind of id: of functions' prototypes, or of virtual
   functions.  */
struct audit_ids
{
  struct audit_member *functions; /* By id.  */
  size_t functions_count, functions_capacity;
  struct audit_member *sites; /* By id.  */
  size_t sites_count, sites_capacity;
  struct audit_class *classes; /* By id.  */
  size_t classes_count, classes_capacity;
};

/* A function that rustc made to call another by another type; see
   judge/rust-shims.c.  */
struct audit_shim
{
  const char *kind; /* "reify" or "vtable".  */
  uint32_t file;
  uint32_t function;
  bool found; /* The following two are known.  */
  uint32_t target_file;
  uint32_t target;
};

struct audit_listing;
struct audit_strings;

struct audit
{
  struct audit_file *files;
  size_t files_count, files_capacity;
  struct audit_listing *listing; /* Of print-ids; NULL if none was given.  */
  struct audit_ids ids;		 /* Type ids, of calls that check them.  */
  struct audit_ids virtual_ids;	 /* Of C++, second words and calls of these.  */
  struct audit_prototype *prototypes; /* By id, then string; each once.  */
  size_t prototypes_count, prototypes_capacity;
  struct audit_shim *shims; /* By file, then function.  */
  size_t shims_count, shims_capacity;
  size_t drop_glue;   /* Functions of Rust that drop a value ...  */
  uint32_t *drop_ids; /* ... and the id of each that has one.  */
  size_t drop_ids_count, drop_ids_capacity;
  /* Findings about all files together: TARGET, COLLISION, MIXED,
     UNPROTECTED.  */
  struct audit_finding *findings;
  size_t findings_count, findings_capacity;
  struct audit_strings *strings; /* Owns the prototypes' strings.  */
};

/* The class of ID in IDS, or NULL.  */
const struct audit_class *audit_find_class (const struct audit_ids *ids,
					    uint32_t id);

void audit_free (struct audit *audit);

/* The function or site that MEMBER is.  */
static inline const struct audit_function *
audit_member_function (const struct audit *audit,
		       const struct audit_member *member)
{
  return &audit->files[member->file].elf.functions[member->number];
}

static inline const struct audit_site *
audit_member_site (const struct audit *audit, const struct audit_member *member)
{
  return &audit->files[member->file].sites[member->number];
}

#endif
