/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the modules of a kernel in a folder.  */

#ifndef AUDIT_MODULES_H
#define AUDIT_MODULES_H

#include <stddef.h>

struct audit_modules
{
  char **paths; /* Sorted folder by folder.  */
  size_t paths_count, paths_capacity;
};

/* Add to MODULES the files X.ko, X.ko.gz, X.ko.xz and X.ko.zst in FOLDER and below
   it.  Symbolic links are not followed: /lib/modules/VERSION has some to the sources
   of the kernel.  Returns an error, which the caller frees, or NULL; MODULES is to be
   freed in both cases.  */
char *audit_find_modules (const char *folder, struct audit_modules *modules);

void audit_modules_free (struct audit_modules *modules);

#endif
