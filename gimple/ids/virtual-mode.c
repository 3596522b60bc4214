/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the modes.  */

#include "virtual-mode.h"

#include <string.h>

static const char *const names[] = { "off", "name", "class" };

const char *
kcfi_virtual_mode_name (enum kcfi_virtual_mode mode)
{
  return names[mode];
}

bool
kcfi_virtual_mode_by_name (const char *name, enum kcfi_virtual_mode *mode)
{
  for (int i = 0; i <= KCFI_VIRTUAL_CLASS; i++)
    if (strcmp (names[i], name) == 0)
      {
	*mode = (enum kcfi_virtual_mode) i;
	return true;
      }
  return false;
}
