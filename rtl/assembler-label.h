/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Symbols as the assembler sees them.  */

#ifndef KCFI_ASSEMBLER_LABEL_H
#define KCFI_ASSEMBLER_LABEL_H

/* The label of SYMBOL, an assembler name (IDENTIFIER_NODE): with the machine's prefix
   unless the source chose the name, which GCC marks with a star.  The caller frees
   it.  Source: assemble_name_raw in varasm.cc.  */
char *kcfi_assembler_label (tree symbol);

#endif
