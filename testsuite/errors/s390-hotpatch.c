/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require s390 "has -mhotpatch" } */
/* { dg-options "-O2 -mhotpatch=1,2" } */
/* The first number is of nops right in front of the label, behind the id.  */

void
first (void) /* { dg-error "KCFI on s390x cannot serve .-mhotpatch=1,2." } */
{
}

void
second (void)
{
}
