/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions, for people and for tools.  */

#ifndef KCFI_VERSION_H
#define KCFI_VERSION_H

#define KCFI_VERSION "0.1"

/* Format of the settings record in .comment (doc/abi.md).  */
#define KCFI_RECORD_VERSION "1"

#endif
