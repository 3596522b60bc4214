/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which Clang asks for prototypes.  */

#ifndef KCFI_MANGLING_ORDER_H
#define KCFI_MANGLING_ORDER_H

/* Listen to the parser; call once, in the C front end.  */
void kcfi_mangling_order_start (const char *plugin_name);

/* The source is read: ask for all prototypes in Clang's order.  To be called
   before anything else asks for one; calls after the first do nothing.  */
void kcfi_mangling_order_finish (void);

#endif
