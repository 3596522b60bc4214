/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typedef of an array of pointers to functions with variable length arrays: as
   a parameter it becomes a pointer, but is one type wherever it stands.
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
