/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print-ids: one line for each function and each indirect call,
   `id<TAB>string<TAB>function<TAB>file:line', in the order GCC sees them.  */

#ifndef KCFI_PRINT_IDS_H
#define KCFI_PRINT_IDS_H

#include "mark.h"
#include "prototype-ids.h"

/* Print to FILE_NAME (appended to, so that a build can share one file), or to
   standard error if it is NULL.  Nothing is printed before this is called.
   Says in an error if the file cannot be written.  */
void kcfi_print_ids_start (const char *file_name);
void kcfi_print_ids_finish (void);

/* The function DECL, defined or address-taken here.  */
void kcfi_print_function (tree decl, const struct kcfi_prototype *prototype);

/* CALL in FUNCTION with MARK; PROTOTYPE is NULL if the mark is a reason, which
   then stands in the string's place after a `-'.  */
void kcfi_print_call (gcall *call, tree function, kcfi_mark mark,
		      const struct kcfi_prototype *prototype);

#endif
