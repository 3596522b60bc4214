/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require gcc-14 "__has_feature came with GCC 14" } */
/* { dg-plugin-args "disable" } */
/* A file that is exempted is told so.  */

#if __has_feature (kcfi) || __has_extension (kcfi)
#error "nothing checks this file"
#endif

int declared;
