/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is this the compiler that the plugin was built for?  */

#ifndef KCFI_VERSION_CHECK_H
#define KCFI_VERSION_CHECK_H

/* True if RUNNING is the GCC whose headers the plugin was built with; else an
   error is given that names each differing field.  */
bool kcfi_check_gcc_version (const struct plugin_gcc_version *running);

#endif
