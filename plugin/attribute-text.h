/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that attributes take.  */

#ifndef KCFI_ATTRIBUTE_TEXT_H
#define KCFI_ATTRIBUTE_TEXT_H

/* What is wrong with ARGUMENT as a part of the string that an id is made of, a format
   for error with %qE, the attribute's name; NULL if nothing is.  The string ends at the
   first null character; Clang refuses one in a salt.  */
const char *kcfi_attribute_text_problem (tree argument);

#endif
