/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of numbers other than 0, such as GCC's TYPE_UIDs.  */

#ifndef KCFI_NUMBER_SET_H
#define KCFI_NUMBER_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Start from a zeroed struct.  */
struct kcfi_number_set
{
  uint32_t *slots; /* Open addressing; 0 is empty.  */
  size_t capacity; /* 0 or a power of two.  */
  size_t filled;
};

bool kcfi_number_set_has (const struct kcfi_number_set *set, uint32_t number);

/* Add NUMBER, not 0.  True if it is new.  Running out of memory ends the process
   with a message.  */
bool kcfi_number_set_add (struct kcfi_number_set *set, uint32_t number);

/* Remove all; the set can be used again.  */
void kcfi_number_set_free (struct kcfi_number_set *set);

#ifdef __cplusplus
}
#endif

#endif
