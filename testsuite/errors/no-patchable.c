/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require no-patchable "elsewhere they are served" } */
/* Nops in front of a function that would come between its id and its label, or
   behind the label's address, are refused.  */

__attribute__ ((__patchable_function_entry__ (9, 4))) void
plain (void) /* { dg-error "KCFI on \\S+ cannot serve .*-fpatchable-function-entry" } */
{
}
