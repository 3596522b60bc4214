/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plugin shares GCC's data structures: it only fits the very compiler it was
   built for.  As GCC's plugin_default_version_check, but saying what differs.

   This runs in processes that lack half of what the plugin refers to (the
   Makefile makes these references weak), so it uses nothing but error().  */

#include "gcc-compat.h"
#include "version-check.h"

/* Weak here too, so that the compiler does not take them for granted.  */
extern void register_callback (const char *, int, plugin_callback_func, void *)
    __attribute__ ((weak));
extern void error (const char *, ...) __attribute__ ((weak));

/* libgccjit reads -fplugin= as cc1 does, but shows nothing to plugins.  */
bool
kcfi_check_host (void)
{
  if (register_callback && error)
    return true;
  fputs (
      "kcfi: this program is no GCC that plugins can use (libgccjit is none):"
      " what it compiles cannot be protected\n",
      stderr);
  return false;
}

/* GCC loads plugins into one symbol space: a second plugin of this kind, under
   whatever name, finds the variable of the first in place of its own.  */
const char *kcfi_started_plugin;

bool
kcfi_check_alone (const char *file)
{
  if (kcfi_started_plugin)
    {
      error ("the KCFI plugin was given twice, as %qs and as %qs: give one"
	     " %<-fplugin=%>",
	     kcfi_started_plugin, file);
      return false;
    }
  kcfi_started_plugin = file;
  return true;
}

/* The words at which two configurations first differ: the whole is a page.  */
static void
report_configuration (const char *built_for, const char *running)
{
  size_t word = 0;
  for (size_t i = 0; built_for[i] && built_for[i] == running[i]; i++)
    if (built_for[i] == ' ')
      word = i + 1;
  int built_for_length = strcspn (built_for + word, " ");
  int running_length = strcspn (running + word, " ");
  error ("kcfi: built for a GCC configured with %<%.*s%> where this one has"
	 " %<%.*s%>",
	 built_for_length, built_for + word, running_length, running + word);
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
  };
  const char *built_for_configuration = gcc_version.configuration_arguments;
  bool same_configuration
      = strcmp (built_for_configuration, running->configuration_arguments) == 0;
  bool same = same_configuration;
  for (size_t i = 0; i < ARRAY_SIZE (fields); i++)
    same &= strcmp (fields[i].built_for, fields[i].running) == 0;
  if (same)
    return true;

  error ("the KCFI plugin was built for another compiler: build it again with"
	 " %<make GCC=%> naming this one");
  for (size_t i = 0; i < ARRAY_SIZE (fields); i++)
    if (strcmp (fields[i].built_for, fields[i].running) != 0)
      error ("kcfi: built for a GCC of %s %qs, loaded into one of %qs",
	     fields[i].field, fields[i].built_for, fields[i].running);
  if (!same_configuration)
    report_configuration (built_for_configuration,
			  running->configuration_arguments);
  return false;
}
