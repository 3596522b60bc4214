/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which compiler the driver runs.  */

#ifndef KCFI_DRIVER_COMPILER_H
#define KCFI_DRIVER_COMPILER_H

#include <stdbool.h>

/* The compiler for a driver that was called as PROGRAM:

     SETTING (of KCFI_GCC)		if not NULL or empty;
     aarch64-linux-gnu-kcfi-gcc-12	aarch64-linux-gnu-gcc-12;
     kcfi-gcc				STANDARD;

   and of a driver called kcfi-g++ the same with g++ for gcc, also in SETTING and
   STANDARD: the C++ compiler beside the one that they name.

   Folders of PROGRAM do not count (but see kcfi_compiler_beside); the compiler is
   looked for in PATH.  The caller frees the result.  NULL, and the text of an error in *ERROR, which
   the caller frees, if PROGRAM has another form or SETTING is such a name, in
   which case the driver would run itself for ever.  */
char *kcfi_compiler_name (const char *program, const char *setting,
			  const char *standard, char **error);

/* COMPILER, which the driver that was called as PROGRAM would run, or in its stead the
   path of the file of that name beside PROGRAM.  That is taken if PROGRAM is a path to
   a folder that is not in PATH: a toolchain that is used from where it was unpacked,
   while PATH may have another of the same name.  A compiler that is a path stays.
   COMPILER is this function's, and the result the caller's, to be freed.  */
char *kcfi_compiler_beside (const char *program, char *compiler);

/* All that COMMAND, a program in PATH and its arguments with a NULL at their end,
   writes to standard output; messages go where those of this program go.  INPUT is
   a descriptor for its standard input, or -1.  The caller frees the result, which
   is a string.  *FAILED is set if it ends with another status than 0.  NULL, and
   the text of an error in *ERROR, which the caller frees, if it cannot be run.  */
char *kcfi_command_output (char *const *command, int input, bool *failed,
			   char **error);

/* What COMPILER answers to OPTION: its first line, without the newline.  The
   caller frees it.  NULL, and the text of an error in *ERROR, which the caller
   frees, if it cannot be run or fails.  */
char *kcfi_compiler_answer (const char *compiler, const char *option,
			    char **error);

#endif
