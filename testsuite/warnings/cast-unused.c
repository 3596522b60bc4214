/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=cast" } */
/* { dg-options "-O0 -std=gnu17" } */
/* A header's inline function converts in every unit that includes the header:
   the warning is for those that use it.  Once, even if used twice.  */

void of_int (int);
void take (void (*) (long));

static inline void
unused (void)
{
  take ((void (*) (long)) of_int);
}

static inline void
used (void)
{
  take ((void (*) (long)) of_int); /* { dg-warning "changes the type id" } */
}

static inline void
used_by_unused (void)
{
  take ((void (*) (long)) of_int);
}

static inline void
unused_again (void)
{
  used_by_unused ();
}

extern inline __attribute__ ((gnu_inline)) void
elsewhere (void)
{
  take ((void (*) (long)) of_int);
}

/* Its static variable is a part of it.  */
static inline void
unused_variable (void)
{
  static void (*p) (long) = (void (*) (long)) of_int;
  take (p);
}

/* Emitted, used or not.  */
inline void
emitted (void)
{
  take ((void (*) (long)) of_int); /* { dg-warning "changes the type id" } */
}
extern inline void emitted (void);

void
user (void)
{
  used ();
  used ();
}
