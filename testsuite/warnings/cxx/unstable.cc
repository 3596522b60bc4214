/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=unstable" } */
/* { dg-more-options "-std=c++17 -fno-show-column" } */
/* Ids that hold within this file only.  A type gets a name for linkage from a typedef,
   and types that are local to functions or in unnamed namespaces have one.  */

struct { int x; } unnamed;
typedef struct { int x; } named;
template <class T> struct box { T t; };
namespace
{
struct hidden {};
}

extern "C"
{
void of_unnamed (decltype (unnamed) *) {} /* { dg-warning "_anon_.{0,60}depends on the number of an unnamed type.{0,90} .warn=unstable" } */
void of_box (box<decltype (unnamed)> *) {} /* { dg-warning "depends on the number of an unnamed type" } */
void of_named (named *, box<named> *) {}
void of_hidden (hidden *) {}
}

static void not_seen (decltype (unnamed) *) {}
void (*volatile taken) (decltype (unnamed) *) = not_seen;

void
call (void (*g) (named *))
{
  taken (nullptr); /* { dg-warning "depends on the number of an unnamed type" } */
  g (nullptr);
}

/* Once, where it is instantiated.  */
template <class T>
void
call_with (void (*f) (T *))
{
  f (nullptr); /* { dg-warning "depends on the number of an unnamed type" } */
}

void
instantiate ()
{
  call_with<decltype (unnamed)> (nullptr);
  call_with<named> (nullptr);
}
