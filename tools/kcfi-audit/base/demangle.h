/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of C++ and Rust as their sources have them, by libiberty's demangler.  */

#ifndef AUDIT_DEMANGLE_H
#define AUDIT_DEMANGLE_H

#include "../../../plugin/base/text.h"

/* NAME, a symbol's, as the source has it: "B::w(int)" of "_ZN1B1wEi",
   "core::ptr::drop" of "_RNvNt..." and of Rust's older form.  __cfi_ and
   __kcfi_typeid_ stay in front.  NULL if NAME is not mangled, or so long that
   libiberty gives up (1,024 characters).  The caller frees it.  */
char *audit_demangle (const char *name);

/* TEXT, in which names stand between other words, with each mangled name as the
   source has it; NULL if there is none.  The caller frees it.  */
char *audit_demangle_text (const char *text);

#endif
