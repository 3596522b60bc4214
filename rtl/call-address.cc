/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register that a call goes through, as its check wants it:

     (set (reg r11) (mem ...))			the address was in memory
     (call_insn (call (mem (reg r11))) ...)  */

#include "../plugin/gcc-compat.h"
#include "call-address.h"
#include "call-insn.h"
#include "registers.h"
#include "unit-target.h"
#include <print-rtl.h>

/* Take the registers that CALL needs for its ADDRESS only out of LIVE: the insn
   that loads the address can overwrite them.  */
static void
forget_address (rtx_insn *call, const_rtx address, regset live)
{
  subrtx_iterator::array_type array;
  FOR_EACH_SUBRTX (iter, array, address, NONCONST)
    if (REG_P (*iter) && !find_reg_fusage (call, USE, *iter))
      CLEAR_REGNO_REG_SET (live, REGNO (*iter));
}

/* The line about CALL whose ADDRESS the check cannot use where it is: it goes
   into REGNO, or stays if that is INVALID_REGNUM.  */
static void
dump_address (const rtx_insn *call, const_rtx address, unsigned regno)
{
  kcfi_dump_call (call);
  if (REG_P (address))
    fprintf (dump_file, "address in %s, which is no register for a check",
	     reg_names[REGNO (address)]);
  else
    {
      fputs ("address in memory at ", dump_file);
      dump_value_slim (dump_file, address, 0);
    }
  if (regno == INVALID_REGNUM)
    fputs (", stays: no other is free\n", dump_file);
  else
    fprintf (dump_file, ", goes into %s\n", reg_names[regno]);
}

unsigned
kcfi_bring_address (rtx_insn *call, regset live)
{
  rtx address = XEXP (kcfi_call_mem (call), 0);
  if (REG_P (address)
      && !kcfi_register_listed_p (kcfi_target->bad_targets, REGNO (address)))
    return REGNO (address);

  forget_address (call, address, live);
  unsigned regno;
  unsigned except = REG_P (address) ? REGNO (address) : INVALID_REGNUM;
  if (!kcfi_choose_registers (kcfi_target->address_registers, 1, except, call,
			      live, &regno))
    {
      /* A bad target is still a register: worse code, but checked.  */
      if (dump_file)
	dump_address (call, address, INVALID_REGNUM);
      if (REG_P (address))
	return REGNO (address);
      error_at (INSN_LOCATION (call),
		"KCFI: no free register for the address of this indirect call;"
		" use fewer %<-ffixed-%> registers");
      return INVALID_REGNUM;
    }
  if (dump_file)
    dump_address (call, address, regno);
  machine_mode mode
      = GET_MODE (address) == VOIDmode ? Pmode : GET_MODE (address);
  rtx_insn *move = emit_insn_before_setloc (
      gen_rtx_SET (gen_rtx_REG (mode, regno), address), call,
      INSN_LOCATION (call));
  if (recog_memoized (move) < 0 || !kcfi_redirect_call (call, regno))
    {
      error_at (INSN_LOCATION (call),
		"KCFI: cannot load the address of this indirect call");
      return INVALID_REGNUM;
    }
  df_insn_rescan (move);
  df_insn_rescan (call);
  return regno;
}

/* True if REGNO holds what OTHER holds at CALL, by a copy in the same block. */
static bool
holds_copy_p (unsigned regno, rtx other, rtx_insn *call, basic_block block)
{
  rtx reg = gen_rtx_REG (GET_MODE (other), regno);
  for (rtx_insn *insn = PREV_INSN (call); insn != PREV_INSN (BB_HEAD (block));
       insn = PREV_INSN (insn))
    {
      if (!NONDEBUG_INSN_P (insn))
	continue;
      rtx set = single_set (insn);
      if (set && rtx_equal_p (SET_DEST (set), reg)
	  && rtx_equal_p (SET_SRC (set), other))
	return true;
      if (reg_set_p (reg, insn) || reg_set_p (other, insn))
	return false;
    }
  return false;
}

/* GCC 16 may have put what was copied into the thunk's register in its place.  */
bool
kcfi_restore_thunk_register (rtx_insn *call, basic_block block)
{
  if (!kcfi_target->thunk_register)
    return true;
  unsigned regno = kcfi_register_number (kcfi_target->thunk_register);
  rtx address = XEXP (kcfi_call_mem (call), 0);
  if (!find_regno_fusage (call, USE, regno)
      || (REG_P (address) && REGNO (address) == regno))
    return true;
  if (!REG_P (address) || !holds_copy_p (regno, address, call, block))
    {
      rtx reg = gen_rtx_REG (GET_MODE (address), regno);
      rtx_insn *move = emit_insn_before_setloc (gen_rtx_SET (reg, address),
						call, INSN_LOCATION (call));
      df_insn_rescan (move);
    }
  if (!kcfi_redirect_call (call, regno))
    {
      error_at (INSN_LOCATION (call),
		"KCFI cannot send this call through register %qs",
		kcfi_target->thunk_register);
      return false;
    }
  df_insn_rescan (call);
  if (dump_file)
    {
      kcfi_dump_call (call);
      fprintf (dump_file, "address back in %s for the thunk\n",
	       reg_names[regno]);
    }
  return true;
}
