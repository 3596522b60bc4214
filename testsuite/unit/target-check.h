/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of targets' texts share: finding a target, and its check or
   preamble compared with an expected text.  */

#ifndef KCFI_TARGET_CHECK_H
#define KCFI_TARGET_CHECK_H

#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "../../rtl/targets/target.h"

static const struct kcfi_target *
find (const char *triplet, unsigned word_bits)
{
  const struct kcfi_target *target = kcfi_find_target (triplet, word_bits);
  if (!target)
    {
      check (false, triplet);
      exit (EXIT_FAILURE);
    }
  return target;
}

/* In place of a scratch register: none is free.  */
#define NO_SCRATCH                                                             \
  {                                                                            \
    "none"                                                                     \
  }

/* The first registers of TARGET's list other than the called one, as the pass
   that places checks chooses them when all are free.  */
static void
choose_scratch (const struct kcfi_target *target, struct kcfi_check *call)
{
  unsigned found = 0;
  for (const char *const *name = target->scratch_registers;
       *name && found < target->scratch_wanted; name++)
    if (strcmp (*name, call->target))
      call->scratch[found++] = *name;
}

/* Linux looks the trap sites of these machines up in a table, of no others.  */
static bool
wants_trap_table (const struct kcfi_target *target)
{
  return !strcmp (target->name, "x86_64") || !strcmp (target->name, "riscv");
}

/* The check of CALL, whose id is right in front of the function if it does not say
   how far, is EXPECTED, a trap table entry left out.  */
static void
check_text (const char *name, const struct kcfi_target *target,
	    const struct kcfi_code_mode *mode, struct kcfi_check call,
	    const char *expected)
{
  struct kcfi_text text = { 0 };
  call.mode = mode;
  call.id = kcfi_id_in_code (target, call.id);
  call.number = 1;
  call.section_check = 1;
  if (!call.id_offset)
    call.id_offset = 4;
  if (!call.scratch[0])
    choose_scratch (target, &call);
  else if (!strcmp (call.scratch[0], "none"))
    call.scratch[0] = NULL;
  target->print_check (&text, &call);
  char *start = strstr (text.bytes, "\t.pushsection");
  if (wants_trap_table (target) != (start != NULL))
    check (false, "a table entry where there is a table");
  if (start)
    {
      char *end = strstr (start, "\t.popsection\n");
      check (end != NULL, "the table entry has an end");
      end += strlen ("\t.popsection\n");
      memmove (start, end, strlen (end) + 1);
    }
  check_string (name, text.bytes, expected);
  kcfi_text_free (&text);
}

static void
check_preamble (const char *name, const char *triplet,
		struct kcfi_preamble preamble, const char *expected)
{
  const struct kcfi_target *target = find (triplet, preamble.mode->word_bits);
  struct kcfi_text text = { 0 };
  preamble.id = kcfi_id_in_code (target, preamble.id);
  preamble.function = "f";
  target->print_preamble (&text, &preamble);
  check_string (name, text.bytes ? text.bytes : "", expected);
  kcfi_text_free (&text);
}

#endif
