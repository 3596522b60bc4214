/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays that grow: a pointer, a count and a capacity kept by the owner; sorting
   them and looking for a place in sorted ones.  */

#ifndef AUDIT_ARRAY_H
#define AUDIT_ARRAY_H

#include <stddef.h>
#include <stdint.h>

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

/* Compare for qsort and bsearch: less than, equal to or greater than 0 as A is
   less than, equal to or greater than B.  */
static inline int
audit_compare (uint64_t a, uint64_t b)
{
  return (a > b) - (a < b);
}

/* Set PLACE, a size_t, to the first of 0 ... COUNT - 1 for which CONDITION, an
   expression of PLACE, is false, or to COUNT.  It must hold for all before.  */
#define AUDIT_SEARCH(place, count, condition)                                  \
  do                                                                           \
    {                                                                          \
      size_t low_ = 0, high_ = (count);                                        \
      while (low_ < high_)                                                     \
	{                                                                      \
	  place = low_ + (high_ - low_) / 2;                                   \
	  if (condition)                                                       \
	    low_ = place + 1;                                                  \
	  else                                                                 \
	    high_ = place;                                                     \
	}                                                                      \
      place = low_;                                                            \
    }                                                                          \
  while (0)

#endif
