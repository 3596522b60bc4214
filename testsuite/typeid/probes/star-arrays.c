/* SPDX-License-Identifier: GPL-3.0-or-later */
/* [*] has no bound, [0] has one, whatever was declared before: GCC makes both of
   one shared type.
   options: -std=gnu11
 */

typedef unsigned long word;
typedef const short constant;
void s1 (int n, unsigned long a[*]);
void s2 (volatile unsigned long (*a)[0], unsigned long (*b)[0]);
void s3 (int n, const word a[*], constant b[*], double c[*][*]);
void s4 (word (*a)[0], constant (*b)[0], double (*c)[0], const short (*d)[0]);
void s5 (int (*a) (int n, char *[*]), char *(*b)[0]);
void s6 (int (*(*a) (int n, float [*])) (int n, float (*)[*]), float (*b)[0]);
void s7 (int n, int (*a)[*], int (*b)[0], int c[*], int (*d)[0]);
void s8 (int n, int *const a[*], int *const (*b)[0], int *(*c)[0]);
void *const table[] = { s1, s2, s3, s4, s5, s6, s7, s8 };
