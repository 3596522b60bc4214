/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks in front of marked call insns.  */

#ifndef KCFI_CHECK_PASS_H
#define KCFI_CHECK_PASS_H

/* Register the pass, after "zero_call_used_regs".  */
void kcfi_check_pass_start (const char *plugin_name);

#endif
