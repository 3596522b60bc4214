/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do preprocess } */
/* { dg-options "-O2 -P" } */
/* Preprocessed text is what the user wrote.  */

__attribute__ ((no_sanitize ("kcfi"))) int exempt (int (*f) (int));

/* { dg-final { scan-assembler "^__attribute__ \\(\\(no_sanitize \\(\"kcfi\"\\)\\)\\) int exempt \\(int \\(\\*f\\) \\(int\\)\\);$" } } */
/* { dg-final { scan-assembler-not "cfi_salt|unchecked|__cfi" } } */
