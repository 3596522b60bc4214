/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of unnamed structs and enums of parameter lists.
   options: -std=gnu99
 */

void h(void*,...);
extern struct {int q;} Q;
extern struct {int q;} Q2;
void last(__typeof__(Q)*x){ }
void p1(struct { int q; } *y){}
void p2(struct { int q; } *y){}
void last2(__typeof__(Q2)*x){ }
void p3(struct { int q; } *y, struct { int q; } *z){ struct { int i; } a; void g(__typeof__(a)*); h(g); }
void p4(struct { int q; } *y, struct { int q; } *z){ struct { int i; } a; void g2(__typeof__(*z)*); h(g2); }
