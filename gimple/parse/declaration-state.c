/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parser stands.  declaration-state.h has the table.  */

#include "declaration-state.h"

void
kcfi_declaration_enter_tag (struct kcfi_declaration_state *state, uint32_t tag)
{
  kcfi_number_set_add (&state->completed, tag);
  state->declared = tag;
}

bool
kcfi_declaration_pending_p (const struct kcfi_declaration_state *state)
{
  return state->completed.filled > state->members.filled;
}

bool
kcfi_declaration_adopt (struct kcfi_declaration_state *state, uint32_t tag)
{
  if (!kcfi_number_set_has (&state->completed, tag)
      || !kcfi_number_set_add (&state->members, tag))
    return false;
  if (state->declared == tag)
    state->declared = 0;
  return true;
}

bool
kcfi_declaration_declares_p (const struct kcfi_declaration_state *state,
			     uint32_t tag)
{
  return state->declared == tag;
}

void
kcfi_declaration_end_tag (struct kcfi_declaration_state *state)
{
  state->declared = 0;
}

void
kcfi_declaration_leave (struct kcfi_declaration_state *state, bool is_typedef)
{
  if (!is_typedef)
    state->declared = 0;
  kcfi_number_set_free (&state->completed);
  kcfi_number_set_free (&state->members);
}
