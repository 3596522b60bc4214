/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do assemble } */
/* { dg-plugin-args "disable normalize-integers" } */
/* A build can switch the plugin off for one file by appending an argument.  */

extern int outside (int);
int (*pointer) (int) = outside;

int __attribute__ ((no_sanitize ("undefined")))
call (int (*f) (int), int x)
{
  return f (x) + 1;
}

/* { dg-final { check-calls 0 -unchecked 1 } } */
/* { dg-final { scan-symbols-not "cfi" } } */
/* { dg-final { scan-comment-not "kcfi" } } */
