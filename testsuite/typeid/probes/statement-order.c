/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of mentions in statements; dead code.
   options: -std=gnu99
 */

void h(void*,...); int g(void *, ...); void x(void*,...) __attribute__((noreturn));
#define U(n) extern struct {int q;} Q##n; void d##n(__typeof__(Q##n)*); typedef void (*t##n)(__typeof__(Q##n)*);
U(0) U(1) U(2) U(3) U(4) U(5) U(6) U(7) U(8) U(9) U(10) U(11) U(12) U(13) U(14) U(15) U(16) U(17) U(18) U(19) U(20) U(21) U(22) U(23) U(24) U(25) U(26) U(27) U(28) U(29)
U(30) U(31) U(32) U(33) U(34) U(35) U(36) U(37) U(38) U(39) U(40) U(41) U(42) U(43) U(44) U(45) U(46) U(47) U(48) U(49)
void b1(int i) { h(d0); return; h(d1); }
void b2(int i) { if (i) { h(d2); return; h(d3); } else { x(d4); h(d5);} h(d6); }
void b3(int i) { while (1) { if (i) break; h(d8); continue; h(d9); } h(d10); goto l; h(d11); { l: h(d12); } for (;;) h(d13); }
void b4(int i) { if (1) h(d14); else h(d15); if (0 || i) h(d17); if (0 && g(d18)) h(d19); i ? h(d20) : h(d21); i = g(d22) && g(d23); }
struct s { void *a, *b; void (*f)(void); };
void b5(struct s *p) { struct s v = { .b = d24, .a = d25 }; *p = (struct s){ d26, d27 }; p->a = d28, p->b = d29; p[g(d30)] = (struct s){ (void*)d31, (void*)(long)g(d32) }; }
static void r1(void); static void r2(void) { h(d33); h(r1); } static void r1(void) { h(d34); h(r2); }
static struct s so = { d35, 0, r2 };
static struct s *sp[] = { &so };
static const struct s sc = { d36 };
static void direct(void) { h(d38); }
void b6(void) { h(sp); direct(); void *z = sc.a; h(z); }
static int unused(void) { h(d39); return 0; }
void b7(void) { (void)sizeof(unused()); void (*p)(void) = (void(*)(void))direct; p(); h(&(struct s){ d40, d41 }); ({ h(d42); }); }
int b8(int n) { char v[n + g(d43)]; typedef int ty[g(d44)]; h(v); return sizeof(ty); }
void b9(int n) { int x = 1, *y = &x; *y += g(d45); y[g(d46)] += g(d47); y[g(d48)] = g(d49); }
