/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags local to functions that have an assembler name.
   options: -std=gnu99
 */

void h(void*,...); 
void f3(void) asm("fff3"); void f3(void){struct s{int a;}; void g3(struct s*); h(g3); struct {int a;} u; void g3u(__typeof__(u)*); h(g3u); }
int f4(int, ...) asm("fff4"); int f4(int b, ...){struct s{struct {int a;} m;} v; void g4(__typeof__(v.m)*); h(g4); return 0; }
static void f6(void (*)(int)) asm("fff6"); void h6(void){h(f6);} static void f6(void(*p)(int)){struct s{int a;}; void g6(struct s*); h(g6); struct s2 { int b;}; void (*volatile q)(struct s2 *); q(0); void g6b(struct s2*); h(g6b); }
