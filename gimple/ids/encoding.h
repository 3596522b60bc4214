/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that the source gives to types: cfi_encoding ("3foo").  */

#ifndef KCFI_ENCODING_H
#define KCFI_ENCODING_H

#include "remangle.h"

#ifdef __cplusplus
extern "C" {
#endif

/* True if ENCODING is the Itanium name of exactly one type, and refers by S_ to
   nothing outside itself.  Otherwise *ERROR says why.  */
bool kcfi_encoding_check (const char *encoding,
			  struct kcfi_remangle_error *error);

/* True if ENCODING is a builtin type, which is never substituted.
   Source: rustc_sanitizers' encode_ty; Itanium C++ ABI 5.1.5.3.  */
bool kcfi_encoding_builtin_p (const char *encoding);

#ifdef __cplusplus
}
#endif

#endif
