/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which section a check goes to.  */

#ifndef KCFI_CODE_SECTION_H
#define KCFI_CODE_SECTION_H

/* The number of the check that stands for the section that the code of BLOCK, of
   the current function, goes to: that of the first check there.  NUMBER is that
   of the check at hand.  */
unsigned kcfi_first_check_in_section (basic_block block, unsigned number);

/* The signature of the current function's comdat group, or NULL.  */
const char *kcfi_comdat_group (void);

#endif
