/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "clang knows no lists in one string" } */
/* { dg-options "-O1 -fsanitize=signed-integer-overflow" } */
/* What stands beside "kcfi" still reaches GCC: the other sanitizer is off where
   it is named, and on where kcfi alone is.  */

__attribute__ ((no_sanitize ("undefined,kcfi"))) int
both (int (*f) (int), int x)
{
  return f (x) + x;
}

__attribute__ ((no_sanitize ("kcfi", "undefined"))) int
both_strings (int (*f) (int), int x)
{
  return f (x) + x;
}

__attribute__ ((no_sanitize ("kcfi"))) int
kcfi_alone (int (*f) (int), int x)
{
  return f (x) + x;
}

__attribute__ ((no_sanitize ("undefined"))) int
undefined_alone (int (*f) (int), int x)
{
  return f (x) + x;
}

int
neither (int (*f) (int), int x)
{
  return f (x) + x;
}

/* { dg-final { check-calls 2 -unchecked 3 } } */
/* { dg-final { scan-relocs-times "^(?!.*_JALR ).*__ubsan_handle_add_overflow" 2 } } */
