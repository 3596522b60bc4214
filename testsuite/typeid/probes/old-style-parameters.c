/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags declared between the parentheses and the body of a function without a
   prototype, and the numbers of unnamed ones.
   options: -std=gnu99
 */

int kr(a) struct foo {int x;} *a; {return 0;}
int kr2(a, b) struct {int x;} *a; int b; {return 0;}
struct { int q; } v; int proto (__typeof__ (v) *p) { return 0; }
int kr3(a) enum e { E1 } *a; {return 0;}
int kr4(a) enum { E2 } *a; {return 0;}
static int kr5(a) struct bar {int x;} *a; {return 0;}
int kr6(a) union uu {int x;} *a; { struct loc { int i; } ; struct loc l; int g (struct loc *); return g (&l);}
int kr7(a, b) struct { struct {int y;} *in; } *a; struct foo2 *b; {return 0;}
struct { int q; } w; int proto2 (__typeof__ (w) *p) { return 0; }
int kr8(a, b) struct foo3 *a; struct foo4 { int z; } *b; {return 0;}
int kr9(f) int (*f) (struct inl { int z; } *); {return 0;}
int pr(struct foo5 {int x;} *a) {return 0;}
void *tab[] = { kr5 };
