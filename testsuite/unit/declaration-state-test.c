/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/parse/declaration-state.c: traces of parser events, each
   above the source that makes it, and which unnamed tag a typedef names or a
   record has as its member.  The rules are Clang's
   (Sema::setTagNameForLinkagePurposes).

   A trace is made of words:  tN  unnamed tag N is complete
			      fN  a field leads to tag N: `m' if it is a member
			      dN  a typedef of tag N itself: `n' if it names it
			      p   another typedef, of a pointer say
			      x   a declarator that is no typedef  */

#include "../../gimple/parse/declaration-state.h"

#include <ctype.h>
#include <stdlib.h>

#include "check.h"

/* The answers of TRACE, one letter each, `-' for no.  */
static void
check_trace (const char *trace, const char *expected)
{
  struct kcfi_declaration_state state = { 0 };
  char answers[16] = "";
  size_t count = 0;
  for (const char *at = trace; *at; at++)
    {
      uint32_t tag = isdigit ((unsigned char) at[1]) ? at[1] - '0' : 0;
      bool is_typedef = *at == 'd' || *at == 'p';
      if (*at == 't')
	kcfi_declaration_enter_tag (&state, tag);
      else if (*at == 'f')
	answers[count++] = kcfi_declaration_adopt (&state, tag) ? 'm' : '-';
      else if (*at == 'd')
	{
	  bool names = kcfi_declaration_declares_p (&state, tag);
	  answers[count++] = names ? 'n' : '-';
	}
      if (is_typedef || *at == 'x')
	kcfi_declaration_leave (&state, is_typedef);
    }
  check_string (trace, answers, expected);
  kcfi_number_set_free (&state.completed);
  kcfi_number_set_free (&state.members);
}

/* More numbers than any first guess has room for.  */
static void
test_number_set (void)
{
  struct kcfi_number_set set = { 0 };
  unsigned wrong = kcfi_number_set_has (&set, 1);
  for (uint32_t i = 1; i <= 5000; i++)
    wrong += !kcfi_number_set_add (&set, i * 64);
  for (uint32_t i = 1; i <= 5000; i++)
    wrong += kcfi_number_set_add (&set, i * 64)
	     || !kcfi_number_set_has (&set, i * 64)
	     || kcfi_number_set_has (&set, i * 64 + 1);
  check_number ("a set of 5000: wrong answers", wrong, 0);
  check_number ("a set of 5000: size", set.filled, 5000);
  kcfi_number_set_free (&set);
  check (!kcfi_number_set_has (&set, 64), "an emptied set");
  check (kcfi_number_set_add (&set, UINT32_MAX), "the largest number");
  kcfi_number_set_free (&set);
}

int
main (void)
{
  /* typedef struct { ... } t;  */
  check_trace ("t1 d1", "n");
  /* typedef struct { ... } *p, t;  */
  check_trace ("t1 p d1", "n");
  /* struct { ... } x; typedef __typeof__ (x) t;  */
  check_trace ("t1 x d1", "-");
  /* typedef struct { struct { ... } m; } t;  */
  check_trace ("t1 f1 t2 d2", "mn");
  /* The inner one by a typedef behind the outer one.  */
  check_trace ("t1 f1 t2 p d1", "m-");
  /* struct s { struct { ... } m; }; typedef __typeof__ (((struct s *) 0)->m) t;
   */
  check_trace ("t1 f1 d1", "m-");
  /* struct { ... } x; struct s { __typeof__ (x) m; };  */
  check_trace ("t1 x f1", "-");
  /* struct s { struct { ... } m; __typeof__ (((struct s *) 0)->m) n; }: a member
     once.  */
  check_trace ("t1 f1 f1", "m-");
  /* struct s { int a[sizeof (struct { ... })]; struct { ... } m; }  */
  check_trace ("t1 t2 f2 d1", "m-");
  /* typedef struct { ... } t; typedef struct { ... } u;  */
  check_trace ("t1 d1 t2 d2", "nn");

  struct kcfi_declaration_state state = { 0 };
  check (!kcfi_declaration_pending_p (&state), "nothing is pending at first");
  kcfi_declaration_enter_tag (&state, 1);
  check (kcfi_declaration_pending_p (&state), "a complete tag is pending");
  kcfi_declaration_end_tag (&state);
  check (!kcfi_declaration_declares_p (&state, 1), "the declaration has ended");
  check (kcfi_declaration_pending_p (&state), "and the tag is still pending");
  check (kcfi_declaration_adopt (&state, 1), "it becomes a member");
  check (!kcfi_declaration_pending_p (&state), "and is pending no longer");
  kcfi_declaration_leave (&state, false);

  test_number_set ();
  return check_failures != 0;
}
