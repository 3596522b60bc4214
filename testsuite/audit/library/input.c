/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What library.c asks the library about: two functions of one type, and one call
   of that type.  */

int
callee (int x)
{
  return x + 1;
}

int (*pointer) (int) = callee;

int
caller (int x)
{
  return pointer (x) + 1;
}
