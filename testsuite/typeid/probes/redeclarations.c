/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declarations of one function with enums and integers, both orders.
   options: -std=gnu99
 */

void h(void*,...);
enum e { A, B }; enum ne { N = -1 }; 
void f1(enum e); void f1(unsigned x) {}
void f2(unsigned); void f2(enum e x) {}
enum e f3(void); unsigned f3(void) { return 0; }
unsigned f4(void); enum e f4(void) { return 0; }
void f5(enum e *); void f5(unsigned *x) {}
void f6(unsigned *); void f6(enum e *x) {}
void f7(enum e); void f7(unsigned); void f7(enum e x) {}
void f8(unsigned); void f8(enum e); void f8(unsigned x) {}
void f9(void (*)(enum e)); void f9(void (*p)(unsigned)) {}
void f10(void (*)(unsigned)); void f10(void (*p)(enum e)) {}
void f11(enum e); void t11(void) { void f11(unsigned); h(f11); }
void f12(unsigned); void t12(void) { void f12(enum e); h(f12); }
void t13(void) { void f13(unsigned); h(f13); } void f13(enum e x) {}
void t14(void) { void f14(enum e); h(f14); } void f14(unsigned x) {}
void f15(enum ne, const enum e); void f15(int x, const unsigned y) {}
void f17(enum e **(*)[3]); void f17(unsigned **(*p)[3]) {}
void f18(enum e, int, ...); void f18(unsigned a, int b, ...) {}
void f19(enum e); extern __typeof__(f19) f19; void f19(unsigned x) {}
void f20(); void f20(enum e); void f20(unsigned x) {}
void f21(enum e x) {} void f21(unsigned);
void f22(unsigned x) {} void f22(enum e); void t22(void) { h(f22); }
static void f23(enum e); void t23(void) { h(f23); } static void f23(unsigned x) {}
void f24(enum e); void t24(void) { h(f24); } void f24(unsigned);
void f25(enum e); void f25(unsigned); void t25(void) { h(f25); }
enum e *const f26(void); unsigned *const f26(void) { return 0; }
void f27(int (*)[]); void f27(int (*)[3]); void f27(int (*p)[]) {}
void f28(int (*)[3]); void f28(int (*)[]); void t28(void) { h(f28); }
void f29(void (*)()); void f29(void (*p)(int)) {}
void f30(void (*p)(int)); void f30(void (*)()); void t30(void) { h(f30); }
void f31(enum e) asm("f31x"); void f31(unsigned x) {}
void f32(enum e, enum e); void f32(unsigned, enum e); void f32(enum e x, unsigned y) {}
void f33(); void f33(a) unsigned a; {} void f34(enum e); void f34(a) unsigned a; {}
void f35(unsigned); void f35(a) enum e a; {}
void f36(enum e x, int [*]); void f36(unsigned x, int a[x]) {}
__attribute__((ms_abi)) void f37(enum e); __attribute__((ms_abi)) void f37(unsigned x) {}
void f39(enum e); void t39(void){h(f39);} void f39(unsigned x){}
void k1(); void tk1(void){h(k1);} void k1(int x){}
void k2(); void tk2(void){h(k2);} void k2(a) char a; {}
void k3(); static void tk3(void){h(k3);} void k3(int x){} void uk3(void) { tk3(); }
void k4(int); void k4(a) int a; {} void tk4(void) { h(k4); }
void k5(a) int a; {} void k5(int); void tk5(void) { h(k5); }
void k6(int (*)[]); void tk6(void) { h(k6); } void k6(int (*p)[3]) {}
void k7(void (*)()); void tk7(void) { h(k7); } void k7(void (*p)(int)) {}
void k8(int (*)[]); void k8(int (*p)[3]); void tk8(void) { h(k8); }
void k9(void (*)(int)); void k9(void (*p)()); void tk9(void) { h(k9); }
static void k10(); void tk10(void){h(k10);} static void k10(int x){}
void k11(); void tk11(void){ k11(1); } void k11(int x){}
void k12(int x){} void k12(); void tk12(void){h(k12);}
void k13(); void tk13(void){h(k13);} void k13(int x);
void k14(enum e x); void tk14(void){k14(0);} void k14(unsigned x){}
static void k15(enum e x); static void tk15(void){h(k15);} static void k15(unsigned x){} void uk15(void) { h(tk15); }
static void k16(enum e x); static void tk16(void){h(k16);} static void k16(unsigned x){} void k17(void) { h(k16); h(tk16); }
enum e k18(void); unsigned k18(void); void tk18(void) { h(k18); } enum e k18(void) { return 0; }
void *ad19; void k19(enum e); void *pk19 = k19; void k19(unsigned);
void k20(enum e); void tk20(int c) { h(c ? k20 : 0); void k20(unsigned); h(k20); }
void k21(enum e, ...); void k21(unsigned a, ...) {}
void k22(enum e, enum e*, char); void k22(a, b, c) unsigned a, *b; char c; {}
