/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O2 -Werror" } */
/* Nothing at all: compiled without a word, as configuration scripts do.  */
/* { dg-final { scan-sections-not "kcfi_traps" } } */
/* { dg-final { scan-symbols-not "kcfi|cfi_" } } */
