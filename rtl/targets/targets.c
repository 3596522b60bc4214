/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of targets: a new machine is one file and one row.  */

#include "target.h"

#include <string.h>

extern const struct kcfi_target kcfi_target_aarch64;
extern const struct kcfi_target kcfi_target_arm;
extern const struct kcfi_target kcfi_target_i386;
extern const struct kcfi_target kcfi_target_loongarch;
extern const struct kcfi_target kcfi_target_mips;
extern const struct kcfi_target kcfi_target_powerpc;
extern const struct kcfi_target kcfi_target_riscv;
extern const struct kcfi_target kcfi_target_s390;
extern const struct kcfi_target kcfi_target_x86_64;

/* One row a line.  */
/* clang-format off */
static const struct kcfi_target *const targets[] = {
  &kcfi_target_aarch64,
  &kcfi_target_arm,
  &kcfi_target_i386,
  &kcfi_target_loongarch,
  &kcfi_target_mips,
  &kcfi_target_powerpc,
  &kcfi_target_riscv,
  &kcfi_target_s390,
  &kcfi_target_x86_64,
};
/* clang-format on */

static bool
serves (const struct kcfi_target *target, const char *triplet,
	unsigned word_bits)
{
  if (target->word_bits && target->word_bits != word_bits)
    return false;
  for (const char *const *start = target->triplets; *start; start++)
    if (strncmp (triplet, *start, strlen (*start)) == 0)
      return true;
  return false;
}

const struct kcfi_target *
kcfi_find_target (const char *triplet, unsigned word_bits)
{
  for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++)
    if (serves (targets[i], triplet, word_bits))
      return targets[i];
  return NULL;
}
