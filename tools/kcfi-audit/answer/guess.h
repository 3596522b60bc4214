/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an id may stand for that no file knows.  */

#ifndef AUDIT_GUESS_H
#define AUDIT_GUESS_H

#include <stdint.h>

#include "../../../plugin/base/text.h"

/* Append to OUT as C, one a line after START, the prototypes of simple types
   and at most three parameters that have ID with xxHash64 and no options;
   returns how many there are.  It takes a tenth of a second.  */
unsigned audit_guess (struct kcfi_text *out, const char *start, uint32_t id);

#endif
