/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warn=devirt: calls that became direct and would have trapped.  */

#ifndef KCFI_DEVIRT_PASS_H
#define KCFI_DEVIRT_PASS_H

/* Register the pass, once before inlining ("release_ssa") and once after the
   last GIMPLE optimisation ("optimized"): inlined calls are gone after the
   first, others become direct only before the second.  */
void kcfi_devirt_pass_start (const char *plugin_name);

#endif
