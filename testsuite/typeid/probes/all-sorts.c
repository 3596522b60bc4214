/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags in all places, old definitions, derived and machine types.
   options: -std=gnu11
 */

void h(void*,...);
/* tags in sizeof, casts, compound literals, statement expressions */
int sz = sizeof(struct m1 {int a;}); void f1(struct m1 *p){}
void *cst = (struct m2 {int a;} *)0; void f2(struct m2 *p){}
struct m3 *cl = &(struct m3 {int a;}){1}; void f3(struct m3 *p){}
void f4(void) { int x = sizeof(struct m4 {int a;}); void g4(struct m4*); h(g4); void *y = (struct {int a;}*)0; __typeof__((struct {int z;}){1}) v; void g4b(__typeof__(v)*); h(g4b); ({ struct m5 {int a;}; void g5(struct m5*); h(g5); }); }
/* enum with forward declaration */
enum fe; void f6(enum fe *p){} enum fe {FE}; void f6b(enum fe p){} void f6c(enum fe *p, enum fe *q){}
/* nested */
struct o { struct { struct {int a;} i; union {int b; struct {int c;} d;} u; }; struct {int z;} arr[3]; struct {int y;} *ptr; struct {int x;} *(*pa)[2]; struct {int w;} (*fn)(void); enum {OE} e; } ov;
void f7(__typeof__(ov.i)*a, __typeof__(ov.u)*b, __typeof__(ov.u.d)*c){} void f8(__typeof__(ov.arr[0])*a, __typeof__(*ov.ptr)*b, __typeof__(ov.pa)c, __typeof__(ov.fn) d, __typeof__(ov.e) e){}
union uo { struct {int a;} s; union { int q; } u; enum {UE} e; } uv; void f9(__typeof__(uv.s)*a, __typeof__(uv.u)*b, __typeof__(uv.e) c){}
struct {int a;} ua[3]; void f10(__typeof__(ua[0])*p, __typeof__(ua) *q){} struct {int b;} *up, **upp; void f11(__typeof__(up) a, __typeof__(upp) b){}
struct p { struct { int a; } x, y; struct { int a; } z; } pv; void f12(__typeof__(pv.x)*a, __typeof__(pv.y)*b, __typeof__(pv.z)*c){}
struct q { struct qn { int a; } *n; struct { struct qm { int b;} m; } u; } qv; void f13(struct qn *a, struct qm *b, __typeof__(qv.u) *c){}
struct r { void (*cb)(struct { int a; } *p, struct rin *q); } rv; void f14(__typeof__(rv.cb) a, struct rin *b){}
/* function typedefs */
typedef void fn(int); fn f15; void *pf15 = f15; fn *f16(fn *a, const fn *b) { return 0; } typedef int fk(); fk f17; void *pf17 = f17; typedef fn *fnp; fnp f18(fnp *a){return 0;}
/* address spaces */
void f19(int __seg_gs *__seg_fs *p, int *__seg_gs *q, const int __seg_gs *const __seg_gs *r, struct o __seg_gs *s){}
/* arrays by typedef */
typedef int arr[3]; typedef const arr carr; typedef arr aa[2]; void f20(const arr *p, carr *q, const aa *r, volatile carr *s, const carr t, aa u){} arr *f21(const aa a){return 0;}
/* vectors */
typedef long vl __attribute__((vector_size(16))); typedef unsigned char vc __attribute__((vector_size(8))); typedef double vd __attribute__((vector_size(32))); typedef _Bool vb; typedef long long vll __attribute__((vector_size(16))); typedef unsigned long vul __attribute__((vector_size(8))); typedef char vch __attribute__((vector_size(16)));
void f22(vl *a, vc *b, vd *c, vll *d, vul *e, vch *f){}
/* mode */
typedef int mdi __attribute__((mode(DI))); typedef unsigned mti __attribute__((mode(TI))); typedef int mqi __attribute__((mode(QI))); typedef int mhi __attribute__((mode(HI))); typedef int mw __attribute__((mode(word))); typedef int mp __attribute__((mode(pointer))); typedef float mdf __attribute__((mode(DF))); typedef float mxf __attribute__((mode(XF))); typedef _Complex float mdc __attribute__((mode(DC))); typedef unsigned mbyte __attribute__((mode(byte)));
void f23(mdi a, mti b, mqi c, mhi d, mw e, mp f, mdf g, mxf hh, mdc i, mbyte j){}
/* bit-fields */
struct bf { int a:3; unsigned long b:40; _Bool c:1; char d:4; enum fe e:2; } bv;
void f24(__typeof__(bv.a + 0) a, __typeof__(bv.b + 0) b, __typeof__(+bv.c) c, int d2){}
/* big enums */
enum b1 { B1 = 0x80000000u }; enum b2 { B2 = 0x100000000 }; enum b3 { B3 = -1, B3b = 0x80000000u }; enum b4 { B4 = 0xffffffffffffffff }; enum __attribute__((packed)) b5 { B5 = 200 };
void f25(enum b1 a, enum b2 b, enum b3 c, enum b4 *d, enum b5 e){}
void f27(__typeof__(L'a') a, __typeof__(sizeof(int)) b, __typeof__((char*)0-(char*)0) c, __typeof__(u'a') d, __typeof__(U'a') e, __typeof__("a"[0]) f, __typeof__('a') g2, __builtin_va_list ap, __builtin_va_list *app){}
void f28(a, b, c, d, e) char a; float b; short c; _Bool d; unsigned char e; {} void f29(int (*a)()) {} void f30(a) int a[3]; {} void f31(a) void a(int); {} void f32(a) enum b5 a; {} void f33(a) const char *const a; {} void f33b(a) const char a; {}
__attribute__((regparm(3), noreturn)) void f34(int a); void *pf34 = f34; __attribute__((noreturn)) void (*f35(__attribute__((noreturn)) void (*a)(int)))(int) { return 0;} void f36(const volatile int *restrict const volatile *restrict a, _Atomic const int *b, int *_Atomic *c, _Atomic(const char *) d){}
_Complex double f37(_Complex float *a, _Complex long b, _Complex unsigned char c) { return 0; } void f39(int n, int a[n][3], int b[3][n], int (*c)[n][n][2], int d[static 4], int e[const restrict volatile 4], int f[*][5]); void *pf39 = f39; void f40(int a[0], int (*b)[0], int (*c)[], int (*d)[0][4], int (*e)[][4]){}
