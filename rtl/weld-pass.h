/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Check and call proven adjacent.  */

#ifndef KCFI_WELD_PASS_H
#define KCFI_WELD_PASS_H

/* Register the pass, right before "shorten".  */
void kcfi_weld_pass_start (const char *plugin_name);

#endif
