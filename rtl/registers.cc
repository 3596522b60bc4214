/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which registers a check may use.  */

#include "../plugin/gcc-compat.h"
#include "registers.h"

unsigned
kcfi_register_number (const char *name)
{
  for (unsigned regno = 0; regno < FIRST_PSEUDO_REGISTER; regno++)
    if (strcmp (reg_names[regno], name) == 0)
      return regno;
  /* PowerPC's reg_names have several "0"; its asm statements can say more.  */
  int number = decode_reg_name (name);
  return number >= 0 ? (unsigned) number : INVALID_REGNUM;
}

/* Whether REGNO is another after CALL than before.  */
static bool
clobbered_p (unsigned regno, rtx_insn *call)
{
  machine_mode mode = reg_raw_mode[regno];
  return insn_callee_abi (call).clobbers_reg_p (mode, regno)
	 || find_regno_fusage (call, CLOBBER, regno);
}

bool
kcfi_register_free_p (unsigned regno, rtx_insn *call, regset live)
{
  if (fixed_regs[regno] || global_regs[regno] || REGNO_REG_SET_P (live, regno))
    return false;
  return clobbered_p (regno, call);
}

void
kcfi_reserve_registers (const char *const *names, unsigned count,
			rtx_insn *call)
{
  for (const char *const *name = names; *name; name++)
    {
      unsigned regno = kcfi_register_number (*name);
      if (regno != INVALID_REGNUM && clobbered_p (regno, call))
	return;
    }
  for (; *names && count; names++)
    {
      unsigned regno = kcfi_register_number (*names);
      if (regno == INVALID_REGNUM || fixed_regs[regno] || global_regs[regno])
	continue;
      clobber_reg (&CALL_INSN_FUNCTION_USAGE (call),
		   gen_rtx_REG (reg_raw_mode[regno], regno));
      count--;
    }
}

unsigned
kcfi_choose_registers (const char *const *names, unsigned count,
		       unsigned except, rtx_insn *call, regset live,
		       unsigned *chosen)
{
  unsigned found = 0;
  for (; *names && found < count; names++)
    {
      unsigned regno = kcfi_register_number (*names);
      if (regno != INVALID_REGNUM && regno != except
	  && kcfi_register_free_p (regno, call, live))
	chosen[found++] = regno;
    }
  for (unsigned i = found; i < count; i++)
    chosen[i] = INVALID_REGNUM;
  return found;
}

const char *
kcfi_register_name (const char *const *names, unsigned regno)
{
  for (; *names; names++)
    if (kcfi_register_number (*names) == regno)
      return *names;
  return reg_names[regno];
}

bool
kcfi_register_listed_p (const char *const *names, unsigned regno)
{
  for (; names && *names; names++)
    if (strcmp (*names, reg_names[regno]) == 0)
      return true;
  return false;
}
