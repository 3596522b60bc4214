/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thunks by their names.  */

#include "thunks.h"

#include <stdlib.h>
#include <string.h>

#include "../base/array.h"

/* Objcopy's --prefix-symbols puts something before all names, as Linux does
   before those of code that runs early (__pi_).  */

bool
audit_thunk_name_p (const char *name, const char *const *prefixes,
		    const char *const *register_names, unsigned char *target)
{
  for (const char *const *prefix = prefixes; *prefix; prefix++)
    {
      size_t length = strlen (*prefix);
      const char *found = strstr (name, *prefix);
      for (unsigned char i = 0; found && register_names[i]; i++)
	if (!strcmp (found + length, register_names[i]))
	  {
	    *target = i;
	    return true;
	  }
    }
  /* __x86_indirect_thunk, whose target is on the stack.  */
  size_t length = strlen (name);
  for (const char *const *prefix = prefixes; *prefix; prefix++)
    {
      size_t own = strlen (*prefix) - 1;
      if (length >= own && !strncmp (name + length - own, *prefix, own))
	{
	  *target = AUDIT_NO_REGISTER;
	  return true;
	}
    }
  return false;
}

static int
by_address (const void *a, const void *b)
{
  const struct audit_thunk *first = a, *second = b;
  return audit_compare (first->address, second->address);
}

void
audit_find_thunks (struct audit_thunks *thunks, const struct audit_file *file,
		   const char *const *prefixes,
		   const char *const *register_names)
{
  *thunks = (struct audit_thunks){ .prefixes = prefixes,
				   .register_names = register_names };
  for (unsigned table = 0; table < 2; table++)
    for (size_t i = 0; i < file->elf.tables[table].symbols_count; i++)
      {
	const struct audit_symbol *symbol = &file->elf.tables[table].symbols[i];
	unsigned char target;
	if (symbol->section
	    && audit_thunk_name_p (symbol->name, prefixes, register_names,
				   &target))
	  AUDIT_APPEND (thunks, thunks,
			(struct audit_thunk){ symbol->address, target });
      }
  if (thunks->thunks_count)
    qsort (thunks->thunks, thunks->thunks_count, sizeof *thunks->thunks,
	   by_address);
}

bool
audit_branch_to_thunk_p (const struct audit_thunks *thunks,
			 const struct audit_file *file, uint64_t place,
			 uint64_t destination, unsigned char *target)
{
  const struct audit_relocation *relocation
      = file->elf.relocatable ? audit_relocation_at (&file->elf, place) : NULL;
  if (relocation)
    {
      const struct audit_symbol *symbol
	  = audit_relocation_symbol (&file->elf, relocation);
      return symbol
	     && audit_thunk_name_p (symbol->name, thunks->prefixes,
				    thunks->register_names, target);
    }
  struct audit_thunk key = { .address = destination };
  const struct audit_thunk *thunk
      = thunks->thunks_count
	    ? bsearch (&key, thunks->thunks, thunks->thunks_count,
		       sizeof *thunks->thunks, by_address)
	    : NULL;
  if (thunk)
    *target = thunk->target;
  return thunk;
}

void
audit_free_thunks (struct audit_thunks *thunks)
{
  free (thunks->thunks);
}
