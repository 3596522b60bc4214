/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plugin's arguments: -fplugin-arg-kcfi-KEY[=VALUE].  */

#ifndef KCFI_ARGUMENTS_H
#define KCFI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "../gimple/code-choices.h"
#include "../gimple/ids/mangle.h"
#include "../gimple/ids/virtual-mode.h"
#include "../gimple/warning-kinds.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One argument as GCC hands it over (struct plugin_argument).  */
struct kcfi_argument
{
  const char *key;
  const char *value; /* NULL without a '='.  */
};

struct kcfi_arguments
{
  struct kcfi_id_options id;
  struct kcfi_code_choices choices;    /* How code is made.  */
  enum kcfi_virtual_mode virtual_mode; /* How virtual calls are checked.  */
  bool virtual_all;	      /* Also those of classes of system headers.  */
  unsigned warnings;	      /* Set of enum kcfi_warning.  */
  const char *border;	      /* Which files warn=rust-ffi looks at, a shell
				 pattern, or NULL for all.  */
  bool disabled;	      /* Do nothing: a build appends this for a file
				 that must stay unprotected.  */
  bool help;		      /* Print kcfi_arguments_help ().  */
  bool version;		      /* Print the plugin's version.  */
  bool print_ids;	      /* List functions and calls with their ids.  */
  const char *print_ids_file; /* Where to, or NULL for standard error.  */
  bool dump;		      /* Write dumps of the plugin's passes.  */
  const char *dump_list;      /* Which (dumps.h), or NULL for all.  */
};

/* The names of the forms of checks, by enum kcfi_check_form.  */
extern const char *const kcfi_form_names[3];

/* Read COUNT ARGUMENTS into OPTIONS, which is set to the defaults first.  Of
   an argument given twice the last one counts.  OPTIONS borrows the strings
   of ARGUMENTS.  Returns NULL, or the text of an error about the first
   argument that is unknown or malformed, which the caller prints and frees;
   OPTIONS is then not to be used.  */
char *kcfi_arguments_parse (struct kcfi_arguments *options,
			    const struct kcfi_argument *arguments,
			    size_t count);

/* What the arguments are and do, one a line.  The caller frees it.  */
char *kcfi_arguments_help (void);

#ifdef __cplusplus
}
#endif

#endif
