/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transparent unions by typedef and by tag; requests that Clang refuses.
   options: -std=gnu99
 */

typedef union { int *p; void *q; } tsuf __attribute__((transparent_union));
union u10 { int *p; void *q; }; typedef union u10 tu10 __attribute__((transparent_union));
void t10(union u10 a, tu10 b, union u10 *c, tu10 *d){}
void t11(tsuf a, tsuf*b){}
void t12(tsuf*a, void (*)(tsuf*), void(*)(tsuf)){}
union u13; typedef union u13 tu13 __attribute__((transparent_union)); union u13 { int *p;};
void t13(union u13 a){} 
void t13b(tu13 a){} 
union u14 { int *p;} __attribute__((transparent_union)); 
void t14(union u14 a){} 
union __attribute__((transparent_union)) u15; union u15 { int *p;};
void t15(union u15 a){} 
union u16; union __attribute__((transparent_union)) u16 { int *p;};
void t16(union u16 a, union u16 *b){} 
const tu10 t17(const tu10 *a) {}
typedef union { int *p; } const tu18 __attribute__((transparent_union));
void t18(tu18 a, tu18*b){}
typedef union u19 { int *p; } tu19 __attribute__((transparent_union)), *ptu19;
void t19(tu19 a, tu19*b, union u19 c, union u19 *d, ptu19 e, const union u19 f){}
typedef const union u20 { int *p; } *tu20 __attribute__((transparent_union));
void t20(tu20 a, union u20 c){}
typedef union { int :3; int *p; } tu21 __attribute__((transparent_union));
void t21(tu21 a){}
typedef union { struct {int *q;}; int *p; } tu22 __attribute__((transparent_union));
void t22(tu22 a){}
typedef union { int a[4]; struct {int *q, *r;} p; } tu23 __attribute__((transparent_union));
void t23(tu23 a){}
typedef union { char a; } __attribute__((aligned(8))) tu24 __attribute__((transparent_union));
void t24(tu24 a){}
typedef union { int p; int __attribute__((aligned(8))) q; } tu25 __attribute__((transparent_union));
void t25(tu25 a){}
typedef union {  enum {Q} p; unsigned q; } tu27 __attribute__((transparent_union));
void t27(tu27 a){}
typedef union { char a[3]; } tu28 __attribute__((transparent_union));
void t28(tu28 a){}
typedef union { long double a; } tu29 __attribute__((transparent_union));
void t29(tu29 a){}
typedef union { __int128 a; struct {long a, b;} b; } tu30 __attribute__((transparent_union));
void t30(tu30 a){}
typedef union {  } tu31 __attribute__((transparent_union));
void t31(tu31 a){}
typedef union { const int a; } tu32 __attribute__((transparent_union));
void t32(tu32 a, tu32 *b, const tu32 *c){}
typedef tu32 tu33; typedef const tu33 tu34;
void t33(tu33 a, tu34 b, __typeof__(const tu10) c){}
tu34 t34(void){}
volatile tu32 t35(void){}
union u36 { int *p; } __attribute__((__transparent_union__)); 
void t36(union u36 a){} 
void t37(union u37 *a){} 
union u37 { int *p; }; typedef union u37 t37t __attribute__((transparent_union));
void t38(union u37 a){} 
typedef union { int b:3; int c; } tu39 __attribute__((transparent_union));
void t39(tu39 a){}
typedef union { int b:3; char c; } tu40 __attribute__((transparent_union));
void t40(tu40 a){}
typedef union { int b; int c:3; } tu41 __attribute__((transparent_union));
void t41(tu41 a){}
typedef union { int b; int:4; char:0; int *p; } tu42 __attribute__((transparent_union));
void t42(tu42 a){}
typedef union __attribute__((transparent_union)) { float f; } b1;
typedef union __attribute__((transparent_union)) { _Complex float f; } b2;
typedef union __attribute__((transparent_union)) { _Complex int f; } b3;
typedef int v4 __attribute__((vector_size(16)));
typedef union __attribute__((transparent_union)) { v4 f; } b4;
typedef union __attribute__((transparent_union)) { _Atomic float f; } b5;
typedef union __attribute__((transparent_union)) { float f[1]; } b6;
typedef union __attribute__((transparent_union)) { struct {float f;} x; } b7;
typedef union __attribute__((transparent_union)) { void *p; unsigned long l; } b8;
typedef union __attribute__((transparent_union)) { void *p; int l; } b9;
typedef union __attribute__((transparent_union)) { int l; char c; } b10;
typedef union __attribute__((transparent_union)) { char c; int l; } b11;
typedef union __attribute__((transparent_union)) { struct { int a, b;} s; long l; } b12;
typedef union __attribute__((transparent_union)) { _Bool b; char c; } b13;
typedef union __attribute__((transparent_union)) { int b:3; char c; } b14;
typedef union __attribute__((transparent_union)) { int b:3;  } b15;
typedef union __attribute__((transparent_union)) { struct { int *p; }; } b16;
void g1(b1 x){} 
void g2(b2 x){}
void g3(b3 x){}
void g4(b4 x){}
void g5(b5 x){}
void g6(b6 x){}
void g7(b7 x){}
void g8(b8 x){}
void g9(b9 x){}
void g10(b10 x){}
void g11(b11 x){}
void g12(b12 x){}
void g13(b13 x){}
void g14(b14 x){}
void g15(b15 x){}
void g16(b16 x){}
/* The first field is one type, whatever qualifies the union.  */
union __attribute__((transparent_union)) b17 { int (*p) (int n, char (*)[n]); void *v; };
void g17(union b17 x, const volatile union b17 y, int (*z) (union b17, const union b17 *)){}
void g18(const union b17 x, union b17 y){}
void g19(int (*z) (int n, char (*)[n]), const union b17 x, volatile union b17 y){}
