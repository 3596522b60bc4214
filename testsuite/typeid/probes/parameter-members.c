/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What structs of parameter lists contain.
   options: -std=gnu99
 */

void h(void*,...);
extern struct {int q;} Q;
void p1(enum { PA } y){ void g1(__typeof__(y)*); h(g1); }
void p2(struct a { struct b { int z; } q; } *y){ void g2(struct b*); h(g2);}
void p3(struct { struct b { int z; } q; } *y){ void g3(struct b*); h(g3);}
void p4(struct { enum { PB } e; } *y){ void g4(__typeof__(y->e)*); h(g4);}
void p5(struct { enum en { PC } e; } *y){ void g5(__typeof__(y->e)*); h(g5);}
void p6(struct { struct {int i; } e; } *y){ void g6(__typeof__(y->e)*); h(g6);}
void p7(struct o { struct {int i; } e; } *y){ void g7(__typeof__(y->e)*); h(g7);}
void p8(struct o { enum {PD} e; } *y){ void g8(__typeof__(y->e)*); h(g8);}
void last(__typeof__(Q)*x){ }
