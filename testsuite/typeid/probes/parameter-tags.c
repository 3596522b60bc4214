/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags that parameter lists declare, and unnamed structs there.
   options: -std=gnu99
 */

void h(void*,...);
void b(void) { void a1(struct x1*); h(a1); void a2(struct {int q;} *); h(a2); void a3(enum {A} x); h(a3); void a4(struct y { struct z {int w;} v; } *p, struct z *q, struct { int s; } *r); h(a4);
  void (*p)(struct x5 *) ; void a5(__typeof__(p)); h(a5); void (*volatile q)(struct {int a;}*); q(0); void a6(void (*)(struct x6 *, struct {int t;}*)); h(a6);
  void a7(int [sizeof(struct x7 {int a;})], struct x7 *); h(a7); h((void*)sizeof(struct x8 {int a;}), (struct x8 *)0); void a8(struct x8*); h(a8); void a9(__typeof__((struct x9 {int a;}){1})*, __typeof__(({struct x10 {int b;} z; z;}))*); h(a9);
  (void)(struct x11 *)0; void a11(struct x11*); h(a11); }
struct x1 *c1(struct x2 *a, void (*)(struct x3 *)) { return 0;}
void (*c2(struct x4 *a))(struct x5 *b) { return 0;}
struct so { void (*cb)(struct x6*); } *c3(struct x7 *a, int [sizeof(struct x8 {int a;})]) { void a20(struct x8*); h(a20); void a21(struct x7*); h(a21); return 0; }
typedef void fn(struct x12*); fn c4; void *pc4 = c4; void c5(fn *f, struct x12 *g){}
void c6(struct x13 *a); void c7(void) { h(c6); }
void c8(struct x14 *), c9(struct x14 *); void *pc8[] = {c8, c9};
int c11(int, struct x16 {struct {int a;} m; enum {E16} e; enum e17 {E17} f;} *x) { struct x16 w; void a22(__typeof__(w.m)*); h(a22); void a23(__typeof__(w.e)*, enum e17); h(a23); return 0;}
