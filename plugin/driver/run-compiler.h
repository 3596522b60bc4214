/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Becoming the compiler.  */

#ifndef KCFI_DRIVER_RUN_COMPILER_H
#define KCFI_DRIVER_RUN_COMPILER_H

#include "../base/string-list.h"

/* Become the program COMMAND->items[0], looked for in PATH, with the arguments
   COMMAND.  If the kernel finds them too long the program gets them in a file
   without a name: "@/dev/fd/N".  Returns only if it cannot be run: the text of
   an error, which the caller frees.  */
char *kcfi_run_compiler (const struct kcfi_strings *command);

#endif
