/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The argument dump: GCC's -fdump- options for what the plugin adds.  GCC reads
   its own before it has loaded a plugin and does not know the names of a
   plugin's passes yet; only -fdump-tree-all, -fdump-ipa-all and -fdump-rtl-all
   reach them (dump_manager::register_pass in dumpfile.cc).  */

#ifndef KCFI_DUMPS_H
#define KCFI_DUMPS_H

/* Turn on the dumps that LIST names, separated by commas, each as it would stand
   behind -fdump-: "tree-kcfi_mark,rtl-kcfi_tag-details"; all of the
   plugin's if LIST is NULL.  Call when all passes are registered.  A name that
   GCC does not know is GCC's own error about -fdump-NAME.  In the LTO back end
   (LTO) the dumps of what only cc1 does are passed over.  */
void kcfi_dumps_start (const char *list, bool lto);

#endif
