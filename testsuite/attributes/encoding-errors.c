/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require plugin "Clang has no cfi_encoding in C" } */
/* cfi_encoding takes the Itanium name of one type, and belongs to a named type.  */

struct __attribute__ ((cfi_encoding ("3foo"))) good { int x; };
enum __attribute__ ((cfi_encoding ("u5tupleIu3i32u2u8E"))) vendor { V };
typedef int function_pointer __attribute__ ((cfi_encoding ("PFiS_E"))); /* { dg-error "not the Itanium name of one type" } */
union __attribute__ ((cfi_encoding ("N2io5errorE"))) nested { int x; };

struct __attribute__ ((cfi_encoding (""))) empty { int x; }; /* { dg-error "not the Itanium name of one type" } */
struct __attribute__ ((cfi_encoding ("3fo"))) cut { int x; }; /* { dg-error "not the Itanium name of one type" } */
struct __attribute__ ((cfi_encoding ("ii"))) two { int x; }; /* { dg-error "something stands behind the type" } */
struct __attribute__ ((cfi_encoding (" i"))) blank { int x; }; /* { dg-error "not the Itanium name of one type" } */
typedef int numbered __attribute__ ((cfi_encoding (1))); /* { dg-error "is not a string" } */
typedef int wide __attribute__ ((cfi_encoding (L"i"))); /* { dg-error "wide" } */
typedef int cut_off __attribute__ ((cfi_encoding ("i\0j"))); /* { dg-error "null character" } */

int variable __attribute__ ((cfi_encoding ("i"))); /* { dg-warning "belongs on a struct" } */
int function (void) __attribute__ ((cfi_encoding ("i"))); /* { dg-warning "belongs on a struct" } */
int parameter (int x __attribute__ ((cfi_encoding ("i")))); /* { dg-warning "belongs on a struct" } */
int many (void) __attribute__ ((cfi_encoding)); /* { dg-error "wrong number of arguments" } */
