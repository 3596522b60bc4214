/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions whose calls would stay out of the thunk that a kernel knows them
   by.  */

#ifndef KCFI_KEPT_BRANCHES_H
#define KCFI_KEPT_BRANCHES_H

/* ATTRIBUTES of a function's declaration without those that keep its calls
   from the thunk by which a kernel finds them, where it may; the same list or a
   new one.  */
tree kcfi_without_kept_branches (tree attributes);

#endif
