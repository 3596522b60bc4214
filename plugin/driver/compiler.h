/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which compiler the driver runs.  */

#ifndef KCFI_DRIVER_COMPILER_H
#define KCFI_DRIVER_COMPILER_H

/* The compiler for a driver that was called as PROGRAM:

     SETTING (of KCFI_GCC)		if not NULL or empty;
     aarch64-linux-gnu-kcfi-gcc-12	aarch64-linux-gnu-gcc-12;
     kcfi-gcc				STANDARD;

   and of a driver called kcfi-g++ the same with g++ for gcc, also in SETTING and
   STANDARD: the C++ compiler beside the one that they name.

   Folders of PROGRAM do not count; the compiler is looked for in PATH.  The
   caller frees the result.  NULL, and the text of an error in *ERROR, which
   the caller frees, if PROGRAM has another form or SETTING is such a name, in
   which case the driver would run itself for ever.  */
char *kcfi_compiler_name (const char *program, const char *setting,
			  const char *standard, char **error);

/* What COMPILER answers to OPTION: its first line, without the newline.  The
   caller frees it.  NULL, and the text of an error in *ERROR, which the caller
   frees, if it cannot be run or fails.  */
char *kcfi_compiler_answer (const char *compiler, const char *option,
			    char **error);

#endif
