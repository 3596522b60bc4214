/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unnamed tags are numbered in the order in which Clang first mangles them.  */

#ifndef KCFI_MANGLING_ORDER_H
#define KCFI_MANGLING_ORDER_H

/* Mangle prototypes in Clang's order while the source is parsed; call once, in
   the C front end.  */
void kcfi_mangling_order_start (const char *plugin_name);

#endif
