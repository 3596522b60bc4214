/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that the machine writes without any pass.  */

#ifndef KCFI_THUNKS_H
#define KCFI_THUNKS_H

/* Have a say when thunks are written; call once.  */
void kcfi_thunks_start (void);

#endif
