/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays that grow: a pointer, a count and a capacity kept by the owner.  */

#ifndef AUDIT_ARRAY_H
#define AUDIT_ARRAY_H

#include <stddef.h>

/* ITEMS, an array of COUNT items of SIZE bytes with room for *CAPACITY, with
   room for one more at least.  Running out of memory ends the process.  */
void *audit_array_reserve (void *items, size_t count, size_t *capacity,
			   size_t size);

/* Append the lvalue or compound literal that follows to LIST, a struct or
   pointer to one with the members ITEMS, ITEMS_count and ITEMS_capacity.  */
#define AUDIT_APPEND(list, items, ...)                                         \
  ((list)->items                                                               \
   = audit_array_reserve ((list)->items, (list)->items##_count,                \
			  &(list)->items##_capacity, sizeof *(list)->items),   \
   (list)->items[(list)->items##_count++] = (__VA_ARGS__))

#endif
