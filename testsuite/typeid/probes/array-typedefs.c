/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typedef that leads to a prototype with variable length arrays: it is one type
   wherever it stands, also where it is qualified, or an array that becomes a
   pointer.  A variable length array itself is a new one in each parameter, even
   by a typedef.
   options: -std=gnu11
 */

typedef int (*const constant[5]) (int n, unsigned long [8], char [n][n], ...);
typedef int (*plain[5]) (int n, char [n][n]);
typedef int (*pointer) (int n, char [n][n]);
typedef int (*deep[2][3]) (int n, char [n][n]);
typedef int (*one[5]) (int n, char [n]);
typedef int (*explicit[5]) (int n, char (*)[n]);
typedef int (*star[5]) (char (*)[*]);
void v1 (constant a, constant b) {}
void v2 (volatile constant a, volatile constant b) {}
void v3 (constant a, volatile constant b) {}
void v4 (void (*b) (constant), void (*c) (volatile constant)) {}
void v5 (plain a, plain b) {}
void v6 (plain a, const plain b, int (**c) (int, char *)) {}
void v7 (pointer a, pointer b) {}
void v8 (deep a, deep b) {}
void v9 (one a, one b) {}
void v10 (explicit a, explicit b) {}
void v11 (star a, star b) {}
void v12 (plain a, void (*b) (plain *, plain)) {}
void v13 (pointer *a, pointer *b) {}
void v14 (pointer a, const pointer *b, volatile pointer *c) {}
void v15 (const pointer *a, pointer b) {}
void v16 (_Atomic pointer *a, pointer b, volatile _Atomic pointer *c) {}
typedef const pointer constant_pointer;
void v17 (constant_pointer *a, pointer *b, volatile constant_pointer *c) {}
typedef int fn (int n, char [n][n]);
void v18 (fn *const *a, fn b, fn *volatile *c) {}
void *
local (int n, int which)
{
  typedef int (*array)[n];
  typedef void (*taker) (array, const array, array *);
  extern void l1 (array, array);
  extern void l2 (const array *, array);
  extern void l3 (array (*)[3], const array (*)[3]);
  extern void l4 (const taker *, taker);
  void *const table[] = { l1, l2, l3, l4 };
  return table[which];
}
