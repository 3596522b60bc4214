/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What code text depends on besides the call: the machine and the options.  */

#include "../plugin/gcc-compat.h"
#include "compiler-options.h"
#include "unit-target.h"
#include "../gimple/mark.h"

const struct kcfi_target *kcfi_target;

static const struct kcfi_code_choices *unit_choices;

void
kcfi_use_unit_target (const struct kcfi_target *target,
		      const struct kcfi_code_choices *choices)
{
  kcfi_target = target;
  unit_choices = choices;
  if (target->register_calls_option)
    kcfi_turn_on (target->register_calls_option);
}

const struct kcfi_code_choices *
kcfi_unit_choices (void)
{
  return unit_choices;
}

unsigned
kcfi_unit_prefix (void)
{
  const char *comma = flag_patchable_function_entry
			  ? strchr (flag_patchable_function_entry, ',')
			  : NULL;
  return comma ? (unsigned) atoi (comma + 1) : 0;
}

struct kcfi_code_mode
kcfi_current_mode (void)
{
  struct kcfi_code_mode mode = {};
#ifdef ASSEMBLER_DIALECT
  mode.intel_syntax = ASSEMBLER_DIALECT == 1;
#endif
  mode.real_mode = kcfi_target->real_mode_option
		   && kcfi_option_on_p (kcfi_target->real_mode_option);
  mode.word_bits = BITS_PER_WORD;
  mode.code_alignment = FUNCTION_BOUNDARY / BITS_PER_UNIT;
  /* Where the assembler has a short nop and GCC counts long ones (RISC-V with
     C), a function may start behind any short one.  */
  unsigned gcc_length = get_attr_length (make_insn_raw (gen_nop ()));
  mode.nop_bytes = MIN (gcc_length, mode.code_alignment);
  mode.conditional_execution = targetm.have_conditional_execution ();
  struct kcfi_function_mark mark;
  if (!kcfi_function_decl_mark (current_function_decl, &mark))
    mark.choices = *unit_choices;
  mode.kernel_traps = mark.choices.kernel_traps;
  mode.no_trap_table = mark.choices.no_trap_table;
  mode.form = mark.choices.form;
  return mode;
}
