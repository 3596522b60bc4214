/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions, for people and for tools.  */

#ifndef KCFI_VERSION_H
#define KCFI_VERSION_H

#define KCFI_VERSION "0.1"

#endif
