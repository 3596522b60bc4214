/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of addresses.  */

#include "branch-targets.h"

#include <stdlib.h>
#include <string.h>

#include "../../../plugin/base/text.h"

void
audit_clear_targets (struct audit_branch_targets *targets, uint64_t start,
		     uint64_t end)
{
  size_t size = (size_t) ((end - start) / 8 + 1);
  if (size > targets->capacity)
    {
      free (targets->bits);
      targets->bits = kcfi_allocate (size);
      targets->capacity = size;
    }
  memset (targets->bits, 0, size);
  targets->start = start;
  targets->end = end;
}

void
audit_add_target (struct audit_branch_targets *targets, uint64_t target)
{
  if (target < targets->start || target >= targets->end)
    return;
  uint64_t number = target - targets->start;
  targets->bits[number / 8] |= (unsigned char) (1u << number % 8);
}

bool
audit_target_p (const struct audit_branch_targets *targets, uint64_t address)
{
  if (address < targets->start || address >= targets->end)
    return false;
  uint64_t number = address - targets->start;
  return targets->bits[number / 8] >> number % 8 & 1;
}

void
audit_free_targets (struct audit_branch_targets *targets)
{
  free (targets->bits);
}
