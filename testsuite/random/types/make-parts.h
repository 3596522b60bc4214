/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What make-type.c, make-definition.c and make-compatible.c share.  */

#ifndef KCFI_MAKE_PARTS_H
#define KCFI_MAKE_PARTS_H

#include "make-type.h"

#define LENGTH(ARRAY) (sizeof (ARRAY) / sizeof (ARRAY)[0])

/* What make_start was given.  */
extern struct make_options make_options;

/* TYPE has a name, which later types may use.  */
void make_known (const struct c_type *type);

/* True if TYPE is va_list, which can be written in no other way.  */
bool make_va_list_p (const struct c_type *type);

/* A complete type of an object; what a pointer can lead to; a pointer to
   TARGET; an array, perhaps without a bound; a function type, with variably
   modified parameters if BOUNDS.  Inside they are DEPTH derivations deep at
   most.  */
const struct c_type *make_object (unsigned depth);
const struct c_type *make_target (unsigned depth);
const struct c_type *make_pointer (const struct c_type *target);
const struct c_type *make_array (unsigned depth, bool may_be_open);
const struct c_type *make_function (unsigned depth, bool bounds);

/* TYPE with some of the qualifiers that it can still get.  */
const struct c_type *make_qualified (const struct c_type *type);

#endif
