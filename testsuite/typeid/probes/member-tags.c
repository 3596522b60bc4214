/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unnamed members of unnamed members.
   options: -std=gnu99
 */

/* unnamed members */
struct out { struct {int a;} m; struct {int b;} n; union { int q; struct { int z; } deep; } u; } o;
extern struct { struct {int a;} m; struct {int b;} n; } un;
typedef struct { struct {int a;} m; struct {int b;} n; } tdn; extern tdn t;
void f1(__typeof__(o.m)*a){}
void f2(__typeof__(o.n)*a){}
void f3(__typeof__(o.u.deep)*a){}
void f4(__typeof__(un.m)*a){}
void f5(__typeof__(un.n)*a){}
void f6(__typeof__(un)*a, __typeof__(un.n)*b){}
void f7(__typeof__(t.n)*a, __typeof__(t.m)*b){}
void f8(__typeof__(o)*a, __typeof__(o.m)*b){}
void f9(__typeof__(o.m)*b, __typeof__(o)*a){}
void f10(__typeof__(o.m)*b, __typeof__(o.n)*a){}
void f11(__typeof__(un.n)*b, __typeof__(un)*a){}
extern struct o42 { struct { int a; struct { int d; } deep; } m; union { int b; } n; enum { EM42 } en; } v42;
struct pps{int a;};
void pp1(__typeof__(v42.m.deep) a, struct pps*b, struct pps*c){}
void pp2(struct pps a, __typeof__(v42.m.deep) * b, struct pps*c, __typeof__(v42.m.deep) * d, __typeof__(v42.m) *e){}
void pp3(__typeof__(v42.m) *e,__typeof__(v42.m.deep) * b){}
void pp4(__typeof__(v42.m.deep) * b,__typeof__(v42.m.deep) * c){}
void pp5(__typeof__(v42.m.deep) * b, _Complex float a, _Complex float d,__typeof__(v42.m.deep) * c){}
