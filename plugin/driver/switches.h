/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clang's KCFI switches: what a command line asks for, and how the plugin is
   told.  */

#ifndef KCFI_DRIVER_SWITCHES_H
#define KCFI_DRIVER_SWITCHES_H

#include <stdbool.h>
#include <stddef.h>

#include "command-line.h"
#include "../base/string-list.h"

#define KCFI_FEATURE_MAX 8

struct exclusion;

/* Start from a zeroed struct.  Borrows strings of the command line.  */
struct kcfi_switches
{
  bool on;				/* -fsanitize=kcfi is in force.  */
  bool named;				/* It was, perhaps no longer.  */
  const struct exclusion *incompatible; /* What cannot go with it, or NULL.  */
  bool help;				/* --kcfi-help.  */
  bool version;				/* --kcfi-version.  */
  bool kernel;				/* -D__KERNEL__.  */
  const char *prototype;		/* Of --kcfi-id, or NULL.  */
  bool asks;	     /* -fplugin-arg-kcfi-help or -version.  */
  bool names_plugin; /* The line has its own -fplugin=.  */
  bool has_input;    /* A file, or standard input.  */

  /* For each feature of the plugin the word that turned it on, or NULL.  */
  const char *features[KCFI_FEATURE_MAX];

  /* What decides whether a feature without -fsanitize=kcfi is worth a warning,
     or an error.  */
  struct kcfi_strings unused;
  bool compiles;
  bool no_warnings;
  bool warnings_are_errors;
};

/* Read the switches of LINE and take them out of it.  Of switches that
   contradict each other the last one counts.  Returns NULL, or the text of an
   error about a switch that cannot be served, which the caller frees.  */
char *kcfi_switches_read (struct kcfi_switches *switches,
			  struct kcfi_command_line *line);

/* Append to ARGUMENTS what makes GCC load PLUGIN, the path of a kcfi.so, as
   SWITCHES ask.  */
void kcfi_switches_write (const struct kcfi_switches *switches,
			  const char *plugin, struct kcfi_strings *arguments);

/* True if the command line only asks the plugin for its help text or version:
   there is nothing to compile, and GCC would not load the plugin.  */
bool kcfi_switches_only_ask (const struct kcfi_switches *switches);

/* True if UNUSED of SWITCHES must be reported: Clang's driver does not let
   features pass in silence on a command line that never says -fsanitize=kcfi,
   but for one that only links.  */
bool kcfi_switches_are_unused (const struct kcfi_switches *switches);

void kcfi_switches_free (struct kcfi_switches *switches);

#endif
