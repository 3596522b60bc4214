/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-reference "-mindirect-branch=thunk" "je __llvm_retpoline_r11 for a tail call, without the check" } */
/* Arms that differ in the prototype only (two-prototypes.c), where #pragma GCC
   optimize turns the merging passes on behind the command line.  */

#include "trap.h"

#define MERGED
#pragma GCC push_options
#pragma GCC optimize ("O3")
#include "support/two-arms.h"
#pragma GCC pop_options
#include "support/two-arms-main.h"
