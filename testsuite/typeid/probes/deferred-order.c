/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local functions and variables are generated last, by first mention.
   options: -std=gnu99
 */

void h(void*,...);
extern struct {int q;} Q0; extern struct {int q;} Q1; extern struct {int q;} Q2; extern struct {int q;} Q3; extern struct {int q;} Q4; extern struct {int q;} Q5; extern struct {int q;} Q6; extern struct {int q;} Q7; extern struct {int q;} Q8; extern struct {int q;} Q9;
#define D(n) void d##n(__typeof__(Q##n)*)
D(0); D(1); D(2); D(3); D(4); D(5); D(6); D(7); D(8); D(9);
static void s1(__typeof__(Q0)*x) { h(d1); }
static void s2(void) { h(d2); }
static void s3(void);
struct ops { void (*f)(void); void *p; };
static struct ops o1 = { s2, d3 };
void e1(void) { h(s3); h(&o1); h(s1); }
static void s3(void) { h(d4); static void *loc[] = { d5 }; h(loc); void *a = d6; h(d7, a); }
struct ops o2 = { 0, d8 };
static void s4(void) { h(d9); }
