/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the plugin is.  */

#define _POSIX_C_SOURCE 200809L

#include "plugin-file.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "../base/text.h"
#include "compiler.h"

/* GCC names a plugin after its file, and that name is in every argument, so
   the file has this name wherever it is.  */
static const char plugin_name[] = "kcfi.so";

static char *
join (const char *folder, const char *name)
{
  struct kcfi_text path = { 0 };
  kcfi_text_printf (&path, "%s/%s", folder, name);
  return kcfi_text_take (&path);
}

/* Take what KCFI_PLUGIN says, and make it a path with a slash: without one
   GCC's dlopen would look through the library path.  */
static char *
from_setting (const char *setting, char **error)
{
  struct kcfi_text problem = { 0 };
  const char *slash = strrchr (setting, '/');
  const char *name = slash != NULL ? slash + 1 : setting;
  if (strcmp (name, plugin_name) != 0)
    kcfi_text_printf (&problem,
		      "KCFI_PLUGIN is '%s'; the file must be called"
		      " '%s'",
		      setting, plugin_name);
  else if (access (setting, R_OK) != 0)
    kcfi_text_printf (&problem, "KCFI_PLUGIN is '%s', which cannot be read",
		      setting);
  else
    return slash != NULL ? kcfi_duplicate (setting) : join (".", setting);
  *error = kcfi_text_take (&problem);
  return NULL;
}

/* The folder of the executable; NULL where there is no /proc.  */
static char *
executable_folder (void)
{
  size_t size = 256;
  char *path = kcfi_allocate (size);
  for (;;)
    {
      ssize_t length = readlink ("/proc/self/exe", path, size);
      if (length < 0)
	{
	  free (path);
	  return NULL;
	}
      if ((size_t) length < size)
	{
	  path[length] = '\0';
	  break;
	}
      size *= 2;
      path = kcfi_reallocate (path, size);
    }
  char *slash = strrchr (path, '/');
  if (slash != NULL)
    *slash = '\0';
  return path;
}

/* The plugin in FOLDER, or NULL if it has none or is NULL itself.  */
static char *
in_folder (const char *folder)
{
  if (folder == NULL)
    return NULL;
  char *path = join (folder, plugin_name);
  if (access (path, R_OK) == 0)
    return path;
  free (path);
  return NULL;
}

static char *
not_found (const char *compiler, const char *beside, const char *folder)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "-fsanitize=kcfi needs the plugin '%s', which is",
		    plugin_name);
  if (beside != NULL)
    kcfi_text_printf (&text, " neither in '%s' nor", beside);
  else
    kcfi_text_add (&text, " not");
  /* GCC answers "plugin" if it has no such folder.  */
  if (folder[0] == '/')
    kcfi_text_printf (&text, " in '%s'", folder);
  else
    kcfi_text_printf (&text, " in a plugin folder of '%s'", compiler);
  kcfi_text_printf (&text,
		    "; install it for this compiler ('make install"
		    " GCC=%s'), or set KCFI_PLUGIN to its path",
		    compiler);
  return kcfi_text_take (&text);
}

char *
kcfi_plugin_file (const char *compiler, const char *setting, char **error)
{
  if (setting != NULL && *setting != '\0')
    return from_setting (setting, error);

  char *beside = executable_folder ();
  char *path = in_folder (beside);
  if (path == NULL)
    {
      char *folder
	  = kcfi_compiler_answer (compiler, "-print-file-name=plugin", error);
      if (folder != NULL)
	{
	  path = folder[0] == '/' ? in_folder (folder) : NULL;
	  if (path == NULL)
	    *error = not_found (compiler, beside, folder);
	  free (folder);
	}
    }
  free (beside);
  return path;
}
