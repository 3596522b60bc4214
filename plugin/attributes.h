/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attributes that the plugin adds to C.  */

#ifndef KCFI_ATTRIBUTES_H
#define KCFI_ATTRIBUTES_H

/* Register the attributes (no_sanitize ("kcfi"), cfi_salt, the marks) and see
   every declaration from now on.  */
void kcfi_attributes_start (const char *plugin_name);

#endif
