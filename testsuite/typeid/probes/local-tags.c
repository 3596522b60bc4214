/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags local to functions: discriminators, members, unnamed ones.
   options: -std=gnu99
 */

void h(void*,...);
static void sf(void) { struct s {int a;}; void g1(struct s*); { struct s {int b;}; void g2(struct s*); h(g2); } h(g1); typedef struct {int q;} td; { typedef struct {int w;} td; void g3(td*); h(g3); typedef struct {int q;} td2; void g4(td2*); h(g4); typedef enum {EE} td3; void g5(td3*); h(g5);} void g6(td*); h(g6);
 enum s2 {K}; void g7(enum s2); h(g7);
 }
void many(void) {
#define M(n) { struct s { int a[n+1]; }; void m##n(struct s*); h(m##n); }
 M(0) M(1) M(2) M(3) M(4) M(5) M(6) M(7) M(8) M(9) M(10) M(11) M(12) M(13) 
}
void nest(void) { struct o { struct { int a; } m; struct {int b;} n; } o; void n1(__typeof__(o.m)*, struct o*, __typeof__(o.n)*); h(n1); 
  struct { struct { int a; } m; struct {int b;} n; } u; void n2(__typeof__(u.m)*, __typeof__(u)*, __typeof__(u.n)*); h(n2);
  typedef struct { struct { int a; } m; struct {int b;} n; } td; td t;  void n3(__typeof__(t.m)*, __typeof__(t)*, __typeof__(t.n)*); h(n3);
  { struct o { struct { int a; } m; struct {int b;} n; } o; void n4(__typeof__(o.m)*, struct o*, __typeof__(o.n)*); h(n4);  }
}
extern struct {int q;} Q;
void last(__typeof__(Q)*x){ h(sf);}
void pl(struct inparam *x, struct { int q; } *y){}
void pl2(struct inparam *x, struct inparam *y){}
