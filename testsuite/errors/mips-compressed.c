/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require mips "has short encodings" } */
/* Pointers to such functions are odd, as the check does not expect.  */

__attribute__ ((__micromips__)) void
micromips (void) /* { dg-error "KCFI on mips cannot serve functions with attribute .micromips." } */
{
}

void
plain (void)
{
}
