/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "normalize-integers=1" } */
/* { dg-error "'normalize-integers'.*takes no value" "" { target *-*-* } 0 } */
/* A value where none is taken.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
