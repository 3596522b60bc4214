/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a function's declarations make it unchecked.

   Attribute no_sanitize ("kcfi") counts if the definition has it or inherits it
   from a declaration that it can see.  GCC merges the attributes of all
   declarations, those after the definition and those in other functions' blocks
   included; so whoever declares a function could take the checks of its
   definition away.  */

#ifndef KCFI_UNCHECKED_FUNCTIONS_H
#define KCFI_UNCHECKED_FUNCTIONS_H

/* Have a say in the merging of declarations; call once.  */
void kcfi_unchecked_functions_start (void);

/* Teach GCC the attribute; call at PLUGIN_ATTRIBUTES.  */
void kcfi_register_unchecked_attribute (void);

/* The attribute that no_sanitize ("kcfi") becomes (plugin/attributes.cc).  */
#define KCFI_UNCHECKED_ATTRIBUTE "kcfi unchecked"

/* True if the calls written in DECL are not to be checked.  */
bool kcfi_unchecked_function_p (const_tree decl);

#endif
