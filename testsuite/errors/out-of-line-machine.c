/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "for another machine than aarch64" } */
/* { dg-plugin-args "check=out-of-line" } */
/* { dg-error "KCFI on x86_64 has not this form of checks; leave out '-fplugin-arg-kcfi-check=out-of-line'" "" { target *-*-* } 0 } */

int variable;
