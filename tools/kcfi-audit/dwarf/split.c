/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the .dwo of a unit.  libdw opens it; a name that leads to a device or a
   pipe, in a file from anywhere, must not make it wait.  */

#define _GNU_SOURCE 1 /* memrchr */
#include "split.h"

#include <dwarf.h>
#include <string.h>
#include <sys/stat.h>

static const char *
string_of (Dwarf_Die *cu, unsigned name)
{
  Dwarf_Attribute attribute;
  return dwarf_attr (cu, name, &attribute) ? dwarf_formstring (&attribute)
					   : NULL;
}

/* True if NAME, in the folder of LENGTH characters at FOLDER unless it is an
   absolute one, is a regular file, or nothing.  */

static bool
harmless_p (const char *folder, size_t length, const char *name)
{
  struct kcfi_text path = { 0 };
  struct stat status;
  if (name[0] != '/' && length)
    kcfi_text_printf (&path, "%.*s/", (int) length, folder);
  kcfi_text_add (&path, name);
  bool result = stat (path.bytes, &status) != 0 || S_ISREG (status.st_mode);
  kcfi_text_free (&path);
  return result;
}

bool
audit_read_split_unit (const struct audit_file *file, Dwarf_Die *cu,
		       Dwarf_Die *split)
{
  const char *name = string_of (cu, DW_AT_dwo_name);
  const char *folder = string_of (cu, DW_AT_comp_dir);
  const char *own = file->elf.name, *slash;
  if (!name)
    name = string_of (cu, DW_AT_GNU_dwo_name);
  if (!name)
    return false;
  /* "folder/archive(member)"  */
  size_t length = strcspn (own, "(");
  slash = memrchr (own, '/', length);
  if (!harmless_p (own, slash ? (size_t) (slash - own) : 0, name)
      || (folder && !harmless_p (folder, strlen (folder), name)))
    return false;
  return dwarf_cu_info (cu->cu, NULL, NULL, NULL, split, NULL, NULL, NULL) == 0
	 && dwarf_tag (split) == DW_TAG_compile_unit;
}
