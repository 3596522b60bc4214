/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do preprocess } */
/* { dg-require gcc-14 "__has_feature came with GCC 14" } */
/* As has-feature.c, for those who preprocess and compile in two steps (ccache,
   distcc): with -E GCC calls a plugin only once.  */

#if !__has_feature (kcfi) || !__has_extension (kcfi)
#error "the plugin is not told of"
#endif
