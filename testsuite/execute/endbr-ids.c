/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prototypes whose ids, or their negations, look like ENDBR instructions: the
   id is altered alike before the callee and in the check.  */

#include "trap.h"

#define TYPE(tag)                                                             \
  struct tag;                                                                 \
  static void good_##tag (struct tag *p) { if (p == 0) REACHED (); }          \
  typedef void function_##tag (struct tag *);                                 \
  function_##tag *volatile pointer_##tag = good_##tag;                        \
  NOINLINE int call_##tag (function_##tag *f) { f (0); return 1; }

TYPE (srajDDaa)
TYPE (smYKATca)
TYPE (sGnAIvca)
TYPE (sm1igzja)
TYPE (scKcdsba)

int
main (void)
{
  MUST_PASS (call_srajDDaa (pointer_srajDDaa));
  MUST_PASS (call_smYKATca (pointer_smYKATca));
  MUST_PASS (call_sGnAIvca (pointer_sGnAIvca));
  MUST_PASS (call_sm1igzja (pointer_sm1igzja));
  MUST_PASS (call_scKcdsba (pointer_scKcdsba));
  MUST_TRAP (call_srajDDaa ((function_srajDDaa *) pointer_smYKATca));
  MUST_TRAP (call_smYKATca ((function_smYKATca *) pointer_srajDDaa));
  MUST_TRAP (call_sGnAIvca ((function_sGnAIvca *) pointer_srajDDaa));
  MUST_TRAP (call_sm1igzja ((function_sm1igzja *) pointer_sGnAIvca));
  MUST_TRAP (call_scKcdsba ((function_scKcdsba *) pointer_sm1igzja));
  DONE ();
}
