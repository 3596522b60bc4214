/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From functions, sites and prototypes to classes: all that have one id.  */

#ifndef AUDIT_CLASSES_H
#define AUDIT_CLASSES_H

#include "../model/audit.h"

/* Fill the lists and classes of AUDIT from its files and prototypes, and note
   the ids that are called but that no function has, those of two prototypes,
   and the __kcfi_typeid_ symbols that differ from the preamble.  Once, after
   all files are read.  */
void audit_make_classes (struct audit *audit);

#endif
