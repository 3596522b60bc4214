/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids that cannot stand in code as they are.  */

#include "mask.h"

uint32_t
kcfi_mask_endbr (uint32_t id)
{
  const uint32_t endbr64 = 0xfa1e0ff3, endbr32 = 0xfb1e0ff3;
  if (id == endbr64 || id == endbr32 || id == -endbr64 || id == -endbr32)
    return id + 1;
  return id;
}
