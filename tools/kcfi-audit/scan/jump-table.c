/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a jump through a table is not enough to excuse it: a call through
   an array of functions looks alike.  A table is one if its entries lie inside
   the function.  */

#include "jump-table.h"

#include <string.h>

/* True if TARGET is inside FUNCTION, or inside its cold part, a function of its
   own called FUNCTION.cold.  */

static bool
inside_p (const struct audit_file *file, const struct audit_function *function,
	  uint64_t target)
{
  const struct audit_function *at = audit_function_at (&file->elf, target);
  if (!at || target == function->address)
    return false;
  if (at == function)
    return true;
  /* f and f.cold, in either direction.  */
  const char *dot = strstr (at->name, ".cold");
  const char *own_dot = strstr (function->name, ".cold");
  size_t length = dot ? (size_t) (dot - at->name) : strlen (at->name);
  size_t own
      = own_dot ? (size_t) (own_dot - function->name) : strlen (function->name);
  return (dot || own_dot) && length == own
	 && !strncmp (at->name, function->name, own);
}

bool
audit_table_inside_p (const struct audit_file *file,
		      const struct audit_function *function,
		      const uint64_t targets[AUDIT_TABLE_ENTRIES])
{
  bool inside = false;
  for (unsigned i = 0; function && i < AUDIT_TABLE_ENTRIES; i++)
    if (inside_p (file, function, targets[i]))
      inside = true;
    else if (targets[i] != function->end)
      return false;
  return inside;
}
