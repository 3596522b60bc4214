/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of mentions in expressions and initialisers, and what is
   generated at once.
   options: -std=gnu99
 */

void h(void*,...);
#define U(n) extern struct {int q;} Q##n; void d##n(__typeof__(Q##n)*); typedef void (*t##n)(__typeof__(Q##n)*);
U(0) U(1) U(2) U(3) U(4) U(5) U(6) U(7) U(8) U(9) U(10) U(11) U(12) U(13) U(14) U(15) U(16) U(17) U(18) U(19) U(20) U(21) U(22) U(23) U(24) U(25) U(26) U(27) U(28) U(29)
int g(void *, ...); void *vp; int vi; 
void e1(void) { vp = (h(d0), d1); *(void**)(h(d3), vp) = (h(d2), d4); }
void e2(t5 volatile p) { p((void*)d6); h(d7); }
void e3(void) { for (h(d8); g(d9); h(d10)) h(d11); do h(d12); while (g(d13)); while (g(d14)) h(d15); }
void e4(void) { h(d16); void *a = d17; { void *b = d18; h(a, b, d19); } }
void e5(void) { if (0) h(d20); h(sizeof(d21) ? (void *)d22 : (void*)d23); if (g(0)) h(d24); else h(d25); }
void *arr[3] = { [1] = d26, [0] = d27 };
void e6(void) { void *l[3] = { [1] = d28, [0] = d29 }; h(l); }
U(30) U(31) U(32) U(33) U(34) U(35) U(36) U(37) U(38) U(39) U(40) U(41) U(42) U(43) U(44) U(45)
void fd30(void); 
static inline void i1(void) { h(d30); }
extern inline __attribute__((gnu_inline)) void i2(void) { h(d31); }
inline __attribute__((gnu_inline)) void i3(void) { h(d32); }
static void __attribute__((used)) u1(void) { h(d33); }
static void __attribute__((constructor)) k1(void) { h(d34); }
void e7(void) { i1(); i2(); }
static void *sv[] = { d35 }; static void __attribute__((used)) *sv2[] = { d36 };
static void __attribute__((used)) al1(void) { h(d37); } void al2(void) __attribute__((alias("al1")));
void e8(void) { h(d38); void *x = (void *)(g(0) ? (void*)d39 : sv); static void *y = d40; h(x, y); switch (g(d41)) { case 1: h(d42); } return h(d43); }
void e9(void) { h(({ void *z = d44; h(d45); z; })); }
