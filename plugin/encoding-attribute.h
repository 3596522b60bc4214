/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cfi_encoding ("...") of C types.  */

#ifndef KCFI_ENCODING_ATTRIBUTE_H
#define KCFI_ENCODING_ATTRIBUTE_H

/* Teach GCC the attribute; call at PLUGIN_ATTRIBUTES.  */
void kcfi_register_encoding_attribute (void);

#endif
