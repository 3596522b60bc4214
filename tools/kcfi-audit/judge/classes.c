/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From functions, sites and prototypes to classes: all that have one id.  */

#include "classes.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../scan/scan.h"

static int
by_member (const void *a, const void *b)
{
  const struct audit_member *first = a, *second = b;
  if (first->id != second->id)
    return audit_compare (first->id, second->id);
  if (first->file != second->file)
    return audit_compare (first->file, second->file);
  return audit_compare (first->number, second->number);
}

static void
sort_members (struct audit_ids *ids)
{
  if (ids->functions_count)
    qsort (ids->functions, ids->functions_count, sizeof *ids->functions,
	   by_member);
  if (ids->sites_count)
    qsort (ids->sites, ids->sites_count, sizeof *ids->sites, by_member);
}

static void
collect_members (struct audit *audit)
{
  for (uint32_t f = 0; f < audit->files_count; f++)
    {
      const struct audit_file *file = &audit->files[f];
      for (uint32_t i = 0; i < file->elf.functions_count; i++)
	{
	  const struct audit_preamble *preamble = &file->preambles[i];
	  if (preamble->present)
	    AUDIT_APPEND (&audit->ids, functions,
			  (struct audit_member){ preamble->id, f, i });
	  if (preamble->has_virtual)
	    AUDIT_APPEND (&audit->virtual_ids, functions,
			  (struct audit_member){ preamble->virtual_id, f, i });
	}
      for (uint32_t i = 0; i < file->sites_count; i++)
	{
	  const struct audit_site *site = &file->sites[i];
	  struct audit_ids *ids
	      = site->is_virtual ? &audit->virtual_ids : &audit->ids;
	  if (site->reason == AUDIT_CHECKED)
	    AUDIT_APPEND (ids, sites, (struct audit_member){ site->id, f, i });
	}
    }
  sort_members (&audit->ids);
  sort_members (&audit->virtual_ids);
}

/* Go through the two sorted lists of IDS side by side; prototypes, which virtual
   ids have none of, that nobody has are no classes.  */

static void
group_members (const struct audit *audit, struct audit_ids *ids)
{
  size_t function = 0, site = 0, prototype = 0;
  size_t prototypes = ids == &audit->ids ? audit->prototypes_count : 0;
  while (function < ids->functions_count || site < ids->sites_count)
    {
      uint32_t id = UINT32_MAX;
      if (function < ids->functions_count)
	id = ids->functions[function].id;
      if (site < ids->sites_count && ids->sites[site].id < id)
	id = ids->sites[site].id;
      struct audit_class class = { .id = id,
				   .functions = function,
				   .sites = site };
      for (;
	   function < ids->functions_count && ids->functions[function].id == id;
	   function++)
	class.functions_count++;
      for (; site < ids->sites_count && ids->sites[site].id == id; site++)
	class.sites_count++;
      while (prototype < prototypes && audit->prototypes[prototype].id < id)
	prototype++;
      class.prototypes = prototype;
      for (; prototype < prototypes && audit->prototypes[prototype].id == id;
	   prototype++)
	class.prototypes_count++;
      AUDIT_APPEND (ids, classes, class);
    }
}

/* Note CLASS of IDS if its calls have no function to go to, or if it has two
   prototypes by accident.  */

static void
judge_class (struct audit *audit, const struct audit_ids *ids,
	     const struct audit_class *class)
{
  if (!class->functions_count)
    {
      const struct audit_member *member = &ids->sites[class->sites];
      const struct audit_site *site = audit_member_site (audit, member);
      struct kcfi_text place = { 0 };
      audit_print_place (&place, &audit->files[member->file].elf,
			 site->address);
      audit_add_common_finding (
	  audit, AUDIT_PROBLEM_TARGET,
	  "no function has the %sid 0x%08x, which %zu call%s (first %s)",
	  ids == &audit->ids ? "" : "virtual ", class->id, class->sites_count,
	  class->sites_count == 1 ? " has" : "s have", place.bytes);
      kcfi_text_free (&place);
    }
  for (size_t i = 1; i < class->prototypes_count; i++)
    audit_add_common_finding (
	audit, AUDIT_PROBLEM_COLLISION, "the id 0x%08x is that of %s and of %s",
	class->id, audit->prototypes[class->prototypes].string,
	audit->prototypes[class->prototypes + i].string);
}

/* A __kcfi_typeid_ symbol must be the id in the preamble of the global function
   of that name, wherever that is, as it stands in code: x86_64 steps aside from
   ids that look like ENDBR (doc/abi.md).  */

struct named_id
{
  const char *name;
  uint32_t id;
};

static int
by_name (const void *a, const void *b)
{
  return strcmp (((const struct named_id *) a)->name,
		 ((const struct named_id *) b)->name);
}

/* What the function that TYPEID means has, of the COUNT sorted IDS; or NULL.  */

static const struct named_id *
find_named (const struct named_id *ids, size_t count,
	    const struct audit_typeid *typeid)
{
  struct kcfi_text name = { 0 };
  kcfi_text_printf (&name, "%.*s%s", (int) typeid->prefix, typeid->symbol,
		    typeid->name);
  struct named_id key = { name.bytes, 0 };
  const struct named_id *found
      = bsearch (&key, ids, count, sizeof *ids, by_name);
  kcfi_text_free (&name);
  return found;
}

static void
compare_typeids (struct audit *audit)
{
  struct named_id *ids
      = kcfi_allocate (audit->ids.functions_count * sizeof *ids);
  size_t count = 0;
  for (size_t i = 0; i < audit->ids.functions_count; i++)
    {
      const struct audit_member *member = &audit->ids.functions[i];
      const struct audit_function *function
	  = audit_member_function (audit, member);
      if (function->binding != STB_LOCAL)
	ids[count++] = (struct named_id){ function->name, member->id };
    }
  if (count)
    qsort (ids, count, sizeof *ids, by_name);
  for (size_t f = 0; count && f < audit->files_count; f++)
    for (size_t i = 0; i < audit->files[f].typeids_count; i++)
      {
	const struct audit_typeid *typeid = &audit->files[f].typeids[i];
	const struct named_id *found = find_named (ids, count, typeid);
	if (found
	    && found->id != audit_machine_id (&audit->files[f], typeid->id))
	  audit_add_finding (&audit->files[f], AUDIT_PROBLEM_TYPEID,
			     "%s is 0x%08x, but the function has 0x%08x",
			     typeid->symbol, typeid->id, found->id);
      }
  free (ids);
}

void
audit_make_classes (struct audit *audit)
{
  audit_sort_prototypes (audit);
  collect_members (audit);
  group_members (audit, &audit->ids);
  group_members (audit, &audit->virtual_ids);
  for (size_t i = 0; i < audit->ids.classes_count; i++)
    judge_class (audit, &audit->ids, &audit->ids.classes[i]);
  for (size_t i = 0; i < audit->virtual_ids.classes_count; i++)
    judge_class (audit, &audit->virtual_ids, &audit->virtual_ids.classes[i]);
  compare_typeids (audit);
}
