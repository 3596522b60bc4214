/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --kcfi-id: the type id of a prototype that is written on the command line.  */

#ifndef KCFI_DRIVER_PROTOTYPE_ID_H
#define KCFI_DRIVER_PROTOTYPE_ID_H

#include <stdbool.h>

#include "../base/string-list.h"

/* The type id of PROTOTYPE, as `int (void *)', or of a function that an -include
   declares, as COMMAND compiles it: the compiler, the plugin and the user's
   options, to which the rest is appended.  CXX says which language it is.

   Returns the line "0x89fb613d\t_ZTSFiPvE\n", which the caller frees.  NULL if there is
   none: then *ERROR is the text of an error, which the caller frees, or NULL where
   the compiler itself has said what is wrong.  */
char *kcfi_prototype_id (struct kcfi_strings *command, const char *prototype,
			 bool cxx, char **error);

#endif
