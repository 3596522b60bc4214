/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as objects record it.  */

#ifndef KCFI_RECORDED_OPTIONS_H
#define KCFI_RECORDED_OPTIONS_H

/* Let no object say where the plugin PLUGIN_NAME lies and where its listing
   goes. Call from plugin_init.  */
void kcfi_hide_paths (const char *plugin_name);

#endif
