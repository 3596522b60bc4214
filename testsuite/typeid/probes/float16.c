/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floating types that not every GCC has on x86_64.

   requires: gcc-12  */

__int128 f38 (unsigned __int128 *a, __float128 b, _Float16 c) { return 0; }
