/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "frobnicate" } */
/* { dg-error "'frobnicate'.*normalize-integers.*generalize-pointers.*hash.*print-ids.*disable.*help.*version" "" { target *-*-* } 0 } */
/* An argument that does not exist: the message names it and the valid ones.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
