/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the modules of a kernel in a folder.  */

#define _GNU_SOURCE 1 /* scandir */
#include "modules.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../../plugin/base/text.h"
#include "base/array.h"

enum
{
  MAX_DEPTH = 64
};

static bool
module_name_p (const char *name)
{
  static const char *const endings[] = { ".ko", ".ko.gz", ".ko.xz", ".ko.zst" };
  size_t length = strlen (name);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    {
      size_t ending = strlen (endings[i]);
      if (length > ending && !strcmp (name + length - ending, endings[i]))
	return true;
    }
  return false;
}

/* As the order of names is to be that of all places: not by the locale.  */

static int
by_name (const struct dirent **a, const struct dirent **b)
{
  return strcmp ((*a)->d_name, (*b)->d_name);
}

static char *find_below (const char *folder, struct audit_modules *modules,
			 unsigned depth);

/* Look at NAME in FOLDER.  */

static char *
look_at (const char *folder, const char *name, struct audit_modules *modules,
	 unsigned depth)
{
  struct kcfi_text path = { 0 };
  struct stat status;
  char *error = NULL;
  if (!strcmp (name, ".") || !strcmp (name, ".."))
    return NULL;
  kcfi_text_printf (&path, "%s/%s", folder, name);
  bool known = lstat (path.bytes, &status) == 0;
  if (known && S_ISDIR (status.st_mode) && depth < MAX_DEPTH)
    error = find_below (path.bytes, modules, depth + 1);
  else if (known && S_ISREG (status.st_mode) && module_name_p (name))
    AUDIT_APPEND (modules, paths, kcfi_text_take (&path));
  kcfi_text_free (&path);
  return error;
}

static char *
find_below (const char *folder, struct audit_modules *modules, unsigned depth)
{
  struct dirent **entries;
  char *error = NULL;
  int count = scandir (folder, &entries, NULL, by_name);
  if (count < 0)
    {
      struct kcfi_text text = { 0 };
      kcfi_text_printf (&text, "%s: %s", folder, strerror (errno));
      return kcfi_text_take (&text);
    }
  for (int i = 0; i < count; i++)
    {
      if (!error)
	error = look_at (folder, entries[i]->d_name, modules, depth);
      free (entries[i]);
    }
  free (entries);
  return error;
}

char *
audit_find_modules (const char *folder, struct audit_modules *modules)
{
  struct kcfi_text path = { 0 };
  kcfi_text_add (&path, folder);
  /* Names in the report have one slash.  */
  while (path.length > 1 && path.bytes[path.length - 1] == '/')
    path.bytes[--path.length] = '\0';
  char *error = find_below (path.bytes, modules, 0);
  kcfi_text_free (&path);
  return error;
}

void
audit_modules_free (struct audit_modules *modules)
{
  for (size_t i = 0; i < modules->paths_count; i++)
    free (modules->paths[i]);
  free (modules->paths);
}
