/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cfi_encoding serves C only: C++ says so, and the type keeps its name.  */
/* { dg-require plugin "Clang has no cfi_encoding" } */

struct __attribute__ ((cfi_encoding ("3foo"))) s { int x; }; /* { dg-warning "it serves C only" } */

void f (s *) {}
void g (int) {}

/* { dg-final { check-preamble _Z1fP1s b69ff1a6 -pad any -align 1 } } */
