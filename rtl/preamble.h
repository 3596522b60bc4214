/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in front of a function.  */

#ifndef KCFI_PREAMBLE_H
#define KCFI_PREAMBLE_H

/* True if a preamble with an id was printed for a function without a mark: by
   the plugin's arguments in this run, which with -flto is the link.  */
bool kcfi_unmarked_preamble_p (void);

/* Print to FILE the preamble of the function DECL, which is the current one and
   has PREFIX_NOPS patchable nops between preamble and label.  Nothing is
   printed if it has neither an id nor nops.  */
void kcfi_print_preamble (FILE *file, tree decl, unsigned prefix_nops);

#endif
