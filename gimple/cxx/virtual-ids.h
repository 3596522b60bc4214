/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids of virtual calls, which Clang's KCFI does not check.

   A function that can stand in a virtual table has a second word in front of its
   type id.  Virtual calls compare that one; calls through pointers, pointers to
   members among them, and Clang's objects see what they see without it.

   The id is made of what the language says an override is (virtual=name), or of
   the one method that introduced the slot (virtual=class).  doc/cxx.md "Virtual
   calls" says what each finds; doc/abi.md has the texts.  */

#ifndef KCFI_VIRTUAL_IDS_H
#define KCFI_VIRTUAL_IDS_H

#include "../prototype-ids.h"

/* Make ids as MODE says, with HASH.  With ALL also calls of slots that a system
   header introduced are checked, since its library has ids, too.  */
void kcfi_virtual_ids_start (enum kcfi_virtual_mode mode, bool all,
			     enum kcfi_hash hash);

/* Teach GCC attribute kcfi_prebuilt, of classes and methods: virtual calls of what
   they introduce are not checked.  Call at PLUGIN_ATTRIBUTES.  */
void kcfi_register_prebuilt_attribute (void);

/* Make the virtual tables of the unit such that each function in them has one id.
   Call once, before the functions of the unit are marked.  */
void kcfi_prepare_virtual_tables (void);

/* What the virtual call CALL (its function is an OBJ_TYPE_REF) compares; NULL if it
   is not checked.  */
const struct kcfi_prototype *kcfi_virtual_call_id (gcall *call);

/* The second word of NODE's function, which is defined here; NULL if it has none.
   Reports if the tables were not understood.  */
const struct kcfi_prototype *kcfi_virtual_function_id (cgraph_node *node);

#endif
