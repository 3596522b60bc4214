/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plugin shares GCC's data structures: it only fits the very compiler it was
   built for.  As GCC's plugin_default_version_check, but saying what differs.  */

#include "gcc-compat.h"
#include "version-check.h"

static bool
same_field (const char *field, const char *built_for, const char *running)
{
  if (strcmp (built_for, running) == 0)
    return true;
  inform (UNKNOWN_LOCATION, "built for a GCC with %s %qs, loaded into one with %qs",
	  field, built_for, running);
  return false;
}

bool
kcfi_check_gcc_version (const struct plugin_gcc_version *running)
{
  const struct
  {
    const char *field, *built_for, *running;
  } fields[] = {
    { "version", gcc_version.basever, running->basever },
    { "date", gcc_version.datestamp, running->datestamp },
    { "phase", gcc_version.devphase, running->devphase },
    { "revision", gcc_version.revision, running->revision },
    { "configuration", gcc_version.configuration_arguments,
      running->configuration_arguments },
  };
  bool same = true;
  for (size_t i = 0; i < ARRAY_SIZE (fields); i++)
    same &= strcmp (fields[i].built_for, fields[i].running) == 0;
  if (same)
    return true;
  error ("the KCFI plugin was built for another compiler: build it again with"
	 " %<make GCC=%> naming this one");
  for (size_t i = 0; i < ARRAY_SIZE (fields); i++)
    same_field (fields[i].field, fields[i].built_for, fields[i].running);
  return false;
}
