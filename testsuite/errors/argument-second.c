/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "normalize-integers frobnicate=yes" } */
/* { dg-error "'frobnicate'" "" { target *-*-* } 0 } */
/* The second argument is the wrong one.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
