/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings that must be the same in all that is linked together.  */

#ifndef AUDIT_CONSISTENCY_H
#define AUDIT_CONSISTENCY_H

#include "../model/audit.h"

/* Compare the settings of all files of AUDIT with one another and with the
   bytes, and note what differs; after the classes were made.  */
void audit_compare_settings (struct audit *audit);

#endif
