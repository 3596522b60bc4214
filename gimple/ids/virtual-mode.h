/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the virtual calls of C++ are checked (doc/cxx.md "Virtual calls").  */

#ifndef KCFI_VIRTUAL_MODE_H
#define KCFI_VIRTUAL_MODE_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum kcfi_virtual_mode
{
  KCFI_VIRTUAL_OFF,  /* Not at all, as Clang.  */
  KCFI_VIRTUAL_NAME, /* By name and parameters.  */
  KCFI_VIRTUAL_CLASS /* By the method that introduced the slot.  */
};

/* What users call MODE: "off", "name", "class".  Static.  */
const char *kcfi_virtual_mode_name (enum kcfi_virtual_mode mode);

/* The mode that is called NAME, in *MODE; false if none is.  */
bool kcfi_virtual_mode_by_name (const char *name, enum kcfi_virtual_mode *mode);

#ifdef __cplusplus
}
#endif

#endif
