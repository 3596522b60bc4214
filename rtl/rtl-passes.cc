/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the RTL side.  rtl-passes.h shows its parts.  */

#include "../plugin/gcc-compat.h"
#include "check-pass.h"
#include "entry-guard.h"
#include "patch-area.h"
#include "rtl-passes.h"
#include "tag-pass.h"
#include "thunks.h"
#include "weld-pass.h"

void
kcfi_rtl_passes_start (const char *plugin_name)
{
  kcfi_tag_pass_start (plugin_name);
  kcfi_check_pass_start (plugin_name);
  kcfi_weld_pass_start (plugin_name);
  kcfi_patch_area_start ();
  kcfi_thunks_start ();
  kcfi_entry_guard_start ();
}
