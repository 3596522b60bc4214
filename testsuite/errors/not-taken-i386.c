/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "-m32 is its" } */
/* { dg-plugin-args "check=not-taken" } */
/* { dg-options "-m32" } */
/* { dg-error "KCFI on i386 has not this form of checks; leave out '-fplugin-arg-kcfi-check=not-taken'" "" { target *-*-* } 0 } */
/* 0xd6 is an instruction there (SALC).  */

int variable;
