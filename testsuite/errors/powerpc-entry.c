/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require powerpc "its functions have two entries, or a descriptor" } */
/* A typed entry cannot be a third one.  */

int f (void *p) { return p != 0; } /* { dg-error "cannot serve attribute 'kcfi_entry' of 'g'; write a function" } */
int g (int *) __attribute__ ((alias ("f"), kcfi_entry));
