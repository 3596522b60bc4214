/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require mips "has short encodings" } */
/* { dg-options "-O2 -mmicromips" } */

void
first (void) /* { dg-error "KCFI on mips cannot serve .-mmicromips." } */
{
}

void
second (void (*f) (void))
{
  f ();
}
