/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says of the settings it was made with.  */

#ifndef AUDIT_SETTINGS_H
#define AUDIT_SETTINGS_H

#include "../model/audit-file.h"

/* Fill FILE's settings from the records in .comment, and its list of
   __kcfi_typeid_ symbols.  */
void audit_read_settings (struct audit_file *file);

#endif
