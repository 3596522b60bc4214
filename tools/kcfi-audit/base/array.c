/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrays that grow by doubling.  */

#include "array.h"

#include <stdint.h>

#include "../../../plugin/base/text.h"

void *
audit_array_reserve (void *items, size_t count, size_t *capacity, size_t size)
{
  if (count < *capacity)
    return items;
  size_t wanted = *capacity ? *capacity * 2 : 16;
  /* What cannot be counted cannot be allocated: let the allocator say it.  */
  if (wanted > SIZE_MAX / size)
    return kcfi_reallocate (items, SIZE_MAX);
  *capacity = wanted;
  return kcfi_reallocate (items, wanted * size);
}
