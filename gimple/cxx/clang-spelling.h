/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GCC and Clang spell differently in the name of one type.  */

#ifndef KCFI_CLANG_SPELLING_H
#define KCFI_CLANG_SPELLING_H

#ifdef __cplusplus
extern "C" {
#endif

/* NAME, the mangled name of a function type as GCC writes it, in Clang's spelling;
   the caller frees it:

     2NAILDnEE	      2NAILDn0EE       nullptr as a template argument
     ZN1SC4EvE1L      ZN1SC1EvE1L      a class local to a constructor
     ZN1SD4EvE1L      ZN1SD1EvE1L      or destructor

   A name with parts that are not understood, such as most expressions, is
   returned as it is.  Source: Itanium C++ ABI 5.1; Clang's ItaniumMangle.cpp,
   mangleNullPointer, mangleCXXCtorType; GCC's cp/mangle.c.  */
char *kcfi_clang_spelling (const char *name);

#ifdef __cplusplus
}
#endif

#endif
