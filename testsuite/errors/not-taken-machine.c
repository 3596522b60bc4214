/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require aarch64 "for another machine than x86_64" } */
/* { dg-plugin-args "check=not-taken" } */
/* { dg-error "KCFI on aarch64 has not this form of checks; leave out" "" { target *-*-* } 0 } */

int variable;
