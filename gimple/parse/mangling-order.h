/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which Clang asks for prototypes.  */

#ifndef KCFI_MANGLING_ORDER_H
#define KCFI_MANGLING_ORDER_H

/* Observers of parser events (source-events.cc): a complete declarator, a
   complete body.  */
void kcfi_mangling_order_see_declaration (tree decl);
void kcfi_mangling_order_see_body (tree decl);

/* The source is read: ask for all prototypes in Clang's order.  kcfi_source_end
   calls this once, before anything else asks for one.  */
void kcfi_mangling_order_finish (void);

#endif
