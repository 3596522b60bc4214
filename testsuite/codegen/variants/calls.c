/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-prune-output "deprecated" } */
/* The check and the preamble in other byte orders and with words and pointers of
   other sizes; codegen.exp has the options.  Ids are data: big-endian words
   where data is so.  */

#include "../support/calls.h"

/* { dg-final { check-calls 2 -ids {00050794 00050794} } } */
/* { dg-final { check-preamble call 6144b4a7 } } */
