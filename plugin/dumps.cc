/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turning on dumps.  dumps.h says why GCC's own options do not do it.  */

#include "gcc-compat.h"
#include "dumps.h"

static const char all_dumps[]
    = "tree-kcfi_mark,ipa-kcfi_functions,rtl-kcfi_tag,rtl-kcfi_check,"
      "rtl-kcfi_weld";

/* What lto1 does not have.  */
static const char *const front_dumps[]
    = { "tree-kcfi_mark", "ipa-kcfi_functions" };

/* True if NAME is one of FRONT_DUMPS, flags aside.  */
static bool
front_dump_p (const char *name)
{
  for (size_t i = 0; i < ARRAY_SIZE (front_dumps); i++)
    {
      size_t own = strlen (front_dumps[i]);
      if (strncmp (name, front_dumps[i], own) == 0
	  && (name[own] == '\0' || name[own] == '-'))
	return true;
    }
  return false;
}

void
kcfi_dumps_start (const char *list, bool lto)
{
  if (!list)
    list = all_dumps;
  while (true)
    {
      size_t length = strcspn (list, ",");
      char *name = xstrndup (list, length);
      if (!lto || !front_dump_p (name))
	g->get_dumps ()->dump_switch_p (name);
      free (name);
      if (list[length] == '\0')
	return;
      list += length + 1;
    }
}
