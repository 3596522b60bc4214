/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "both calls go through the GOT" } */
/* { dg-options "-O2 -fPIC -fno-plt" } */
/* As no-plt.c, with the number of unchecked calls.  */

#include "no-plt.c"

/* { dg-final { check-calls 1 -unchecked 2 } } */
