/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the plugin is.  */

#ifndef KCFI_DRIVER_PLUGIN_FILE_H
#define KCFI_DRIVER_PLUGIN_FILE_H

/* The path of the kcfi.so that COMPILER is to load: SETTING (of KCFI_PLUGIN)
   if that is not NULL or empty; else the one beside the driver's executable
   (not beside a symbolic link to it), where a build has it; else the one in
   COMPILER's own plugin folder, where GCC itself looks for -fplugin=kcfi and
   an installation has one for each compiler.  The caller frees it.  NULL, and
   the text of an error in *ERROR, which the caller frees, if there is none.
   That it suits COMPILER the plugin makes sure itself.  */
char *kcfi_plugin_file (const char *compiler, const char *setting,
			char **error);

#endif
