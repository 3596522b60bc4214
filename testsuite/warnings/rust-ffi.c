/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-options "-std=gnu17" } */
/* { dg-plugin-args "warn=rust-ffi" } */
/* Prototypes behind pointers that no function of Rust can have.  Which ones: the ids
   of rustc 1.95 with normalized integers (doc/rust.md).  Enums are from Linux: no
   hrtimer or interrupt handler in Rust has the id that C calls it with.  */

enum state { A, B };
typedef enum { C, D } nameless;
enum __attribute__ ((cfi_encoding ("u3u32"))) encoded { E };
struct s;
struct empty {};
struct { int x; } object;

typedef void handler (enum state); /* { dg-warning "no function of Rust has the type id of a prototype in .handler." } */

struct operations
{
  int (*good) (struct s *, const void *, unsigned long, char *const *, double, _Bool, ...);
  int (*repaired) (enum encoded, enum encoded *);
  void (*pointer_to_empty) (struct empty *);
  handler **own_qualifiers;		     /* { dg-warning "prototype in .own_qualifiers." } */
  void (*top_level) (volatile int, int *restrict, int *volatile, int[4]);
  enum state (*result) (void);		     /* { dg-warning "prototype in .result." } */
  void (*array) (int (*)[4]);		     /* { dg-warning "prototype in .array." } */
  void (*places) (volatile int *);	     /* { dg-warning "prototype in .places." } */
  void (*wide) (long double, _Complex double); /* { dg-warning "prototype in .wide." } */
  void (*by_value) (struct empty);	     /* { dg-warning "prototype in .by_value." } */
  void (*old_style) ();			     /* { dg-warning "prototype in .old_style." } */
  void (*stays) (int) __attribute__ ((noreturn)); /* { dg-warning "prototype in .stays." } */
  void (*salted) (int) __attribute__ ((cfi_salt ("x"))); /* { dg-warning "prototype in .salted." } */
  void (*unnamed_enum) (nameless);	     /* { dg-warning "prototype in .unnamed_enum." } */
  void (*restricted) (char *restrict *);     /* { dg-warning "prototype in .restricted." } */
  void (*atomic) (_Atomic int *);	     /* { dg-warning "prototype in .atomic." } */
  void (*callback) (int (*) (int));	     /* { dg-warning "prototype in .callback." } */
  int (*table[4]) (enum state);		     /* { dg-warning "prototype in .table." } */
  enum state data;
  int bits : 3;
};

void (*unnamed) (__typeof__ (object) *); /* { dg-warning "prototype in .unnamed." } */
/* The place is that of the last declaration.  */
int takes (void (*callback) (enum state), int);
int takes (void (*callback) (enum state), int); /* { dg-warning "prototype in .takes." } */
int plain (enum state);
int plain (enum state a) { return a; }

/* The declaration at a definition is merged with the one before, and freed.  */
int defined (void (*callback) (enum state));
int
defined (void (*callback) (enum state)) /* { dg-warning "prototype in .defined." } */
{
  callback (A);
  return 0;
}
typedef enum state just_an_enum;
