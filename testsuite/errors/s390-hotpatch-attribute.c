/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require s390 "has hotpatch" } */

__attribute__ ((__hotpatch__ (1, 2))) void
first (void) /* { dg-error "KCFI on s390x cannot serve functions with attribute .hotpatch." } */
{
}

void
second (void)
{
}
