/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wchar_t is another type by option.
   options: -std=gnu11 -fshort-wchar
 */

void f1(long double a, long double *b, __float128 c, double d, _Complex long double e){} __WCHAR_TYPE__ f2(__WCHAR_TYPE__ *a, __CHAR16_TYPE__ *b, unsigned short c) { return 0; }
long double f3(double *a) { return 0; }
