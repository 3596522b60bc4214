/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-O1 -std=gnu2x -fsanitize=signed-integer-overflow" } */
/* Other names in Clang's namespace reach GCC's own sanitizers.  */

[[clang::no_sanitize ("undefined")]] int
undefined_alone (int (*f) (int), int x)
{
  return f (x) + x;
}

[[clang::no_sanitize ("undefined", "kcfi")]] int
both (int (*f) (int), int x)
{
  return f (x) + x;
}

[[clang::no_sanitize ("kcfi")]] int
kcfi_alone (int (*f) (int), int x)
{
  return f (x) + x;
}

/* { dg-final { check-calls 1 -unchecked 2 } } */
/* { dg-final { scan-relocs-times "^(?!.*_JALR ).*__ubsan_handle_add_overflow" 1 } } */
