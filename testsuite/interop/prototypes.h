/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both halves of prototypes.c share.  */

struct record { int a; };
union number { int i; float f; };
enum color { RED, GREEN };
typedef struct { int x; } unnamed_structure;
typedef int integers __attribute__ ((__vector_size__ (16)));
typedef int callback_type (struct record *);
struct incomplete;

typedef void caller (void *);

/* One row for each prototype: the half's function, and its caller of functions
   of that type.  */
struct entry
{
  void *function;
  caller *call;
};

extern struct entry first_half[], second_half[];

#define P(name, result, parameters, arguments)                                \
  static result function_##name parameters                                    \
  {                                                                           \
    REACHED ();                                                               \
    return (result) 0;                                                        \
  }                                                                           \
  static void call_##name (void *f)                                           \
  {                                                                           \
    ((result (*) parameters) f) arguments;                                    \
  }
#include "prototypes.def"
#undef P
