/* SPDX-License-Identifier: GPL-3.0-or-later
   What C++ programs need of GCC's crtbegin.o, which is not linked because its
   constructors have no id.  */

/* The program itself: what is not unloaded before it ends.  */
__attribute__ ((visibility ("hidden"))) void *__dso_handle = 0;
