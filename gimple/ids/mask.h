/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids that cannot stand in code as they are.  */

#ifndef KCFI_MASK_H
#define KCFI_MASK_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ID as it stands in the code of x86, 32 and 64 bits: one more if it, or its
   negation in the check, would be the bytes of an ENDBR, a landing pad inside
   the code.  `__kcfi_typeid_' symbols have the id itself.  Source: MaskKCFIType
   in LLVM's X86AsmPrinter.cpp.  */
uint32_t kcfi_mask_endbr (uint32_t id);

#ifdef __cplusplus
}
#endif

#endif
