/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions whose only job is to jump where a register says: retpolines and the
   like.  A direct branch to one is an indirect call.  */

#ifndef AUDIT_THUNKS_H
#define AUDIT_THUNKS_H

#include "../model/audit-file.h"

struct audit_thunk
{
  uint64_t address;
  unsigned char target; /* The register, or AUDIT_NO_REGISTER.  */
};

struct audit_thunks
{
  struct audit_thunk *thunks; /* By address.  */
  size_t thunks_count, thunks_capacity;
  const char *const *prefixes;
  const char *const *register_names;
};

/* True if NAME is one of PREFIXES, which end in `_', and a register; *TARGET is
   then its number.  A prefix alone, without the `_', is a thunk of no register.
   Both lists end with NULL.  */
bool audit_thunk_name_p (const char *name, const char *const *prefixes,
			 const char *const *register_names,
			 unsigned char *target);

/* Fill THUNKS with those in FILE.  */
void audit_find_thunks (struct audit_thunks *thunks,
			const struct audit_file *file,
			const char *const *prefixes,
			const char *const *register_names);

/* True if the direct branch to DESTINATION, whose relocation is at PLACE in an
   object, leads to a thunk; *TARGET is then its register.  */
bool audit_branch_to_thunk_p (const struct audit_thunks *thunks,
			      const struct audit_file *file, uint64_t place,
			      uint64_t destination, unsigned char *target);

void audit_free_thunks (struct audit_thunks *thunks);

#endif
