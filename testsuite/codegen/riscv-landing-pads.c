/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require riscv "its options" } */
/* { dg-require gcc-15 "landing pads" } */
/* { dg-options "-O2 -march=rv64gc_zicfilp -mabi=lp64d -fcf-protection=branch" } */
/* Zicfilp: the landing pad is the first instruction at the symbol, behind the
   id, and takes any label, so that the check may use t2.  */

#include "support/calls.h"

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
/* { dg-final { scan-object "<call>:\\n.*lpad\\s+0x0" } } */
