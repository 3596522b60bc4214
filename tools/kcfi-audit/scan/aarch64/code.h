/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading aarch64's instructions, and what they do to registers.  */

#ifndef AUDIT_AARCH64_CODE_H
#define AUDIT_AARCH64_CODE_H

#include "../register-values.h"

enum
{
  AARCH64_LINK = 30
};

/* The WIDTH bits of WORD from LOW on, without and with sign.  */

static inline unsigned
aarch64_field (uint32_t word, unsigned low, unsigned width)
{
  return word >> low & ((1u << width) - 1);
}

static inline int64_t
aarch64_signed_field (uint32_t word, unsigned low, unsigned width)
{
  return (int64_t) ((uint64_t) word << (64 - low - width)) >> (64 - width);
}

/* Follow WORD at PLACE, no branch, in VALUES.  */
void aarch64_follow (struct audit_values *values, uint32_t word,
		     uint64_t place);

#endif
