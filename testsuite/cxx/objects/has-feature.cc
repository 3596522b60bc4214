/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do compile } */
/* { dg-require gcc-14 "__has_feature came with GCC 14" } */
/* C++ can ask as C can (attributes/has-feature.c).  */

#if !__has_feature (kcfi) || !__has_extension (kcfi)
#error "the plugin is not told of"
#endif
#if !__has_feature (cxx_exceptions) || __has_feature (address_sanitizer)
#error "GCC's own features are not as without the plugin"
#endif

int declared;
