/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plugin writes once for each assembler file: `__kcfi_typeid_'
   symbols, the guard of LTO objects, the settings record.  */

#ifndef KCFI_FILE_OUTPUT_H
#define KCFI_FILE_OUTPUT_H

#include "arguments.h"

void kcfi_file_output_start (const char *plugin_name,
			     const struct kcfi_arguments *options,
			     bool lto_back_end);

#endif
