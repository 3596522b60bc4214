/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which typedef names an unnamed tag.
   options: -std=gnu99
 */

void h(void*,...);
typedef struct {int a;} *p1, q1; void f1(p1 a, q1 *b){}
typedef struct {int a;} *p2; typedef __typeof__(*(p2)0) q2; void f2(p2 a, q2 *b){}
#define M(p,q) typedef struct {int a;} *p, q;
#define N(p,q) typedef struct {int a;} *p; typedef __typeof__(*(p)0) q;
M(p3,q3) void f3(p3 a, q3 *b){}
N(p4,q4) void f4(p4 a, q4 *b){}
typedef struct {int a;} *p5, p5b[2], (*p5c)(int), q5, q5b; void f5(p5 a, q5 *b, q5b *c){}
typedef struct {int a;} const p6, q6; void f6(p6 *a, q6 *b){}
struct {int a;} v7; typedef __typeof__(v7) q7; void f7(q7 *b){}
typedef enum {A8} *p8, q8; void f8(p8 a, q8 *b){}
typedef struct {int a;} *p9 __attribute__((unused)), q9; void f9(p9 a, q9 *b){}
typedef struct {int a;} *p10; typedef __typeof__(*(p10)0) q10; typedef q10 r10; void f10(p10 a, r10 *b){}
struct {int a;} f11(void); typedef __typeof__(f11()) q11; void g11(q11 *a) {}
typedef struct {int a;} *p12, *p12b; typedef __typeof__(*(p12)0) q12; void f12(p12 a, q12 *b){}
typedef struct {int a;} p13[sizeof(struct foo13 {int q;})], q13; void f13(p13 a, q13 *b){}
typedef struct {int a;} (*p14)(struct foo14 *), q14; void f14(p14 a, q14 *b){}
typedef struct { struct {int b;} a; } p15; typedef __typeof__(((p15*)0)->a) q15; void f15(p15 *a, q15 *b){}
void f16(void) { typedef struct {int a;} *p, q; void g16(q *a); typedef struct {int a;} *p2; typedef __typeof__(*(p2)0) q2; void g16b(q2 *a); h(g16); h(g16b); }
typedef struct {int a;} *p17, q17 __attribute__((aligned(16))); void f17(p17 a, q17 *b){}
typedef struct {int a;} __attribute__((packed)) *p18, q18; void f18(p18 a, q18 *b){}
typedef struct {int a;} _Atomic q19; void f19(q19 *b){}
typedef struct {int a;} q21 __attribute__((aligned(32))), r21; void f21(q21 *b, r21 *c){}
typedef struct {int a;} q22 __attribute__((may_alias)); void f22(q22 *b){}
typedef int v4 __attribute__((vector_size(16)));
typedef enum {A23} __attribute__((packed)) q23; void f23(q23 b){}
typedef enum {A24} q24 __attribute__((mode(QI))); void f24(q24 b, q24 *c){}
