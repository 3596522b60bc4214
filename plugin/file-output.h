/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plugin writes once for each assembler file: `__kcfi_typeid_'
   symbols, the guard of LTO objects, the settings record.  */

#ifndef KCFI_FILE_OUTPUT_H
#define KCFI_FILE_OUTPUT_H

#include "arguments.h"

/* Write the record of OPTIONS (borrowed) into each assembler file; call once.
 */
void kcfi_file_output_start (const char *plugin_name,
			     const struct kcfi_arguments *options);

/* Output `__kcfi_typeid_' of the function whose assembler name is SYMBOL, an
   IDENTIFIER_NODE, as ID.  Before the IPA passes: it is top-level asm.  */
void kcfi_declare_typeid (tree symbol, uint32_t id);

/* Let the object, one for -flto, not be linked without the plugin, and its
   settings record survive the link.  Before the IPA passes.  */
void kcfi_prepare_lto_object (void);

#endif
