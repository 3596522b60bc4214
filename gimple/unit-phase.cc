/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The owner of the phase.  unit-phase.h says what it is for.  */

#include "../plugin/gcc-compat.h"
#include "unit-phase.h"

static enum kcfi_phase phase = KCFI_PHASE_READING;

enum kcfi_phase
kcfi_unit_phase (void)
{
  return phase;
}

void
kcfi_set_source_read (void)
{
  phase = KCFI_PHASE_READ;
}
