/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the symbol of a thunk says (Itanium C++ ABI, 5.1.4.3 "Virtual Tables and
   RTTI" and the productions <special-name>, <call-offset> of 5.1.4).  */

#ifndef KCFI_THUNK_SYMBOL_H
#define KCFI_THUNK_SYMBOL_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How an entry of a virtual table gets from the object that the caller has to the
   function.  */
struct kcfi_table_entry
{
  long fixed_offset; /* Bytes that are added to `this'.  */
  long
      virtual_offset; /* Where in the virtual table the rest of the way stands, in
			  bytes from its address point; 0 if nowhere.  */
  /* The function, and the adjustment of its result if there is one: what follows
     in SYMBOL.  Equal strings mean the same.  */
  const char *target;
  bool covariant; /* There is one.  */
};

/* Read the assembler name SYMBOL of a function that can stand in a virtual table.
   What is no thunk that adjusts `this' has offsets of 0 and is its own target:

     _ZN1D1fEv		   0, 0, "N1D1fEv"
     _ZThn8_N1D1fEv	   -8, 0, "N1D1fEv"
     _ZTv0_n24_N1D1fEv	   0, -24, "N1D1fEv"
     _ZTch0_h16_N1D1gEv	   0, 0, "h16_N1D1gEv", covariant
     _ZTchn8_h16_N1D1gEv   -8, 0, "h16_N1D1gEv", covariant

   *ENTRY borrows from SYMBOL.  False if SYMBOL begins as a thunk's does and does not
   go on so.  */
bool kcfi_read_table_entry (struct kcfi_table_entry *entry, const char *symbol);

#ifdef __cplusplus
}
#endif

#endif
