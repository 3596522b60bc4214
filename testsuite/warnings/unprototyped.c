/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=unprototyped" } */
/* { dg-options "-O2 -std=gnu11" } */
/* Calls that no check can cover.  */

int
unprototyped (int (*f) ())
{
  return f (1); /* { dg-warning "cannot be checked: unprototyped" } */
}

void *
apply (void (*f) ())
{
  return __builtin_apply (f, __builtin_apply_args (), 64); /* { dg-warning "cannot be checked: __builtin_apply" } */
}

/* Firmware and boot loaders do this.  The manual page promised the warning.  */
int
constant (void)
{
  return ((int (*) (void)) 0xe000) () + 1; /* { dg-warning "cannot be checked: constant address" } */
}

/* Exempt on purpose: silence.  */
__attribute__ ((no_sanitize ("kcfi"))) int
exempt (int (*f) (), int (*g) (int))
{
  return f (1) + g (1) + ((int (*) (void)) 0xe000) ();
}
