/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that resume or destroy a coroutine.  */

#ifndef KCFI_COROUTINE_PASS_H
#define KCFI_COROUTINE_PASS_H

/* Register the pass that marks them as unchecked; call once, in C++ only.  */
void kcfi_coroutine_pass_start (const char *plugin_name);

#endif
