/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Can this process be served: is it a compiler that talks to plugins, the one
   that the plugin was built for, and is there no other plugin of this kind?  */

#ifndef KCFI_VERSION_CHECK_H
#define KCFI_VERSION_CHECK_H

/* True if the process has GCC's functions for plugins; else standard error says
   that it has not, since it has no diagnostics either.  Ask before all else.  */
bool kcfi_check_host (void);

/* True if RUNNING is the GCC whose headers the plugin was built with; else an
   error is given that names each differing field.  */
bool kcfi_check_gcc_version (const struct plugin_gcc_version *running);

/* True if the plugin of FILE, a name that lives as long as the process, is the
   first of this kind to start; else an error is given that names both.  */
bool kcfi_check_alone (const char *file);

#endif
