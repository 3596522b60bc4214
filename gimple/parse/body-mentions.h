/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What code and initialisers mention.  */

#ifndef KCFI_BODY_MENTIONS_H
#define KCFI_BODY_MENTIONS_H

/* The FUNCTION_DECLs and static VAR_DECLs that *PLACE, a function's body or an
   initialiser, names, and the FUNCTION_TYPEs that it calls through pointers: a
   TREE_LIST in the order in which Clang generates code.  TREE_PURPOSE is the
   type that the function is declared with up to here.  */
tree kcfi_body_mentions (tree *place);

#endif
