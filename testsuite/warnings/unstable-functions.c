/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=unstable" } */
/* { dg-options "-O2 -Wno-psabi" } */
/* { dg-prune-output "declared inside parameter list" } */
/* Functions whose ids hold within this file only, as other files see them.  Z,
   the letter that begins the name of a local tag, may stand in other names.  */

typedef int v4si __attribute__ ((vector_size (16)));
struct { int x; } unnamed;
struct Zebra;
struct Z1aE;

void a (struct only_here *p) { (void) p; } /* { dg-warning "depends on a type declared in a parameter list.{0,90} .warn=unstable" } */
void b (enum { A, B } e) { (void) e; } /* { dg-warning "depends on a type declared in a parameter list" } */
void c (__typeof__ (unnamed) *p) { (void) p; } /* { dg-warning "depends on the number of an unnamed type" } */
void d (struct Zebra *p, struct Z1aE *q, v4si v, _Float32 f, struct Zebra **r) { (void) p; }
static void e (struct not_seen *p) { (void) p; }
void *const taken = e;
void g (int Z, struct Zebra *(*f) (struct Zebra *), struct Zebra *p) { (void) p; }
