/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps GIMPLE tail merging from making one call of two with different marks.  */

#ifndef KCFI_TAIL_MERGE_GUARD_H
#define KCFI_TAIL_MERGE_GUARD_H

/* gimple_call_same_target_p (gimple.c) compares the pointers only; call once.  */
void kcfi_tail_merge_guard_start (const char *plugin_name);

#endif
