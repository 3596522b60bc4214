/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rustc makes so that calls by KCFI's types reach a function of another type.  */

#ifndef AUDIT_RUST_SHIMS_H
#define AUDIT_RUST_SHIMS_H

#include "../model/audit.h"

/* Fill AUDIT's shims from the names of its files' functions, and count its drop
   glue.  Preambles are known.  */
void audit_find_rust_shims (struct audit *audit);

#endif
