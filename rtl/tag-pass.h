/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks move from types to call insns.  */

#ifndef KCFI_TAG_PASS_H
#define KCFI_TAG_PASS_H

/* Register the pass, right after "expand".  */
void kcfi_tag_pass_start (const char *plugin_name);

#endif
