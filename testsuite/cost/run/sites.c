/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call sites: functions that do nothing but call through a pointer, and one that
   calls them in turn.  bench-run.sh links this unit more than once, under other
   names, where there are many sites; sites-main.c has the rest.

   LIST is the name of a file with a line `X (N)' for each site.  With TAIL the
   calls are tail calls.  TARGETS is 1 or 64: with 64, each site calls another
   function each time.  */

typedef unsigned (*function) (unsigned);
extern function pointers[64];
extern unsigned turn;
unsigned walk (unsigned x);

#if TARGETS == 1
#define POINTER(n) pointers[0]
#else
#define POINTER(n) pointers[(n * 7 + turn) & 63]
#endif

/* No two are equal, so that none are merged.  */
#ifdef TAIL
#define CODE(n) POINTER (n) (x + n)
#else
#define CODE(n) POINTER (n) (x) + n
#endif
#define X(n)                                                                   \
  unsigned site_##n (unsigned x);                                              \
  __attribute__ ((noinline)) unsigned site_##n (unsigned x) { return CODE (n); }
#include LIST
#undef X

unsigned
walk (unsigned x)
{
#define X(n) x = site_##n (x);
#include LIST
#undef X
  return x;
}
