/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=unstable" } */
/* Ids that hold within this file only: of the call, and of the function. */

struct { int x; } unnamed;
typedef struct { int x; } named;

void
call (void (*f) (__typeof__ (unnamed) *), void (*g) (named *)) /* { dg-warning "_ZTSFvPFvP3._0EPFvP5namedEE.{1,5}depends on the number of an unnamed type" } */
{
  f (0); /* { dg-warning "depends on the number of an unnamed type.{0,90} .warn=unstable" } */
  g (0);
}
