/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling instructions of arm apart: tables of patterns.  */

#ifndef AUDIT_ARM_PATTERN_H
#define AUDIT_ARM_PATTERN_H

#include <stddef.h>
#include <stdint.h>

/* An instruction whose bits of MASK are VALUE does OPERATION, an enumerator of
   the table's own.  */
struct arm_pattern
{
  uint32_t mask;
  uint32_t value;
  unsigned operation;
};

/* WIDTH bits of WORD from bit LOW on.  */
static inline unsigned
arm_field (uint32_t word, unsigned low, unsigned width)
{
  return word >> low & ((1u << width) - 1);
}

/* The operation of the first of the COUNT PATTERNS that WORD matches; 0 if it
   matches none.  */
static inline unsigned
arm_match (const struct arm_pattern *patterns, size_t count, uint32_t word)
{
  for (size_t i = 0; i < count; i++)
    if ((word & patterns[i].mask) == patterns[i].value)
      return patterns[i].operation;
  return 0;
}

#endif
