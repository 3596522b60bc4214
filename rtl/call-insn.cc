/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call insns.  call-insn.h says how marks are kept.  */

#include "../plugin/gcc-compat.h"
#include "call-insn.h"
#include "../gimple/mark-dump.h"
#include <print-rtl.h>

/* The CALL in the pattern of the call insn CALL, or NULL_RTX if it is not where
   calls have it.  get_call_rtx_from (rtlanal.cc) looks in the same places, but
   passes over what is not called through a MEM: arm's
   (call (unspec [(mem (reg r4))] UNSPEC_NONSECURE_MEM)).  */
static rtx
call_expression (const rtx_insn *call)
{
  rtx pattern = PATTERN (call);
  if (GET_CODE (pattern) == PARALLEL)
    pattern = XVECEXP (pattern, 0, 0);
  if (GET_CODE (pattern) == SET)
    pattern = SET_SRC (pattern);
  return GET_CODE (pattern) == CALL ? pattern : NULL_RTX;
}

rtx
kcfi_call_mem (rtx_insn *call)
{
  rtx expression = call_expression (call);
  if (!expression || !MEM_P (XEXP (expression, 0)))
    return NULL_RTX;
  return XEXP (expression, 0);
}

bool
kcfi_call_other_form_p (rtx_insn *call)
{
  rtx expression = call_expression (call);
  return expression && !MEM_P (XEXP (expression, 0));
}

bool
kcfi_call_indirect_p (rtx_insn *call)
{
  rtx mem = kcfi_call_mem (call);
  if (!mem || kcfi_compat_fake_call_p (call))
    return false;
  rtx address = XEXP (mem, 0);
  if (GET_CODE (address) == CONST)
    address = XEXP (address, 0);
  switch (GET_CODE (address))
    {
    case SYMBOL_REF:
    case LABEL_REF:
    case UNSPEC:
      return false;
    case PLUS:
      return GET_CODE (XEXP (address, 0)) != SYMBOL_REF;
    default:
      return true;
    }
}

bool
kcfi_call_mark (rtx_insn *call, kcfi_mark *mark)
{
  for (rtx link = CALL_INSN_FUNCTION_USAGE (call); link; link = XEXP (link, 1))
    {
      rtx usage = XEXP (link, 0);
      if (GET_CODE (usage) == USE && CONST_INT_P (XEXP (usage, 0)))
	{
	  *mark = INTVAL (XEXP (usage, 0));
	  return true;
	}
    }
  return false;
}

void
kcfi_set_call_mark (rtx_insn *call, kcfi_mark mark)
{
  rtx usage = gen_rtx_USE (VOIDmode, GEN_INT (mark));
  CALL_INSN_FUNCTION_USAGE (call)
      = gen_rtx_EXPR_LIST (VOIDmode, usage, CALL_INSN_FUNCTION_USAGE (call));
}

void
kcfi_dump_call (const rtx_insn *call)
{
  kcfi_dump_location (dump_file, INSN_LOCATION (call));
  fprintf (dump_file, "insn %d: ", INSN_UID (call));
}

void
kcfi_dump_unmarked_call (const rtx_insn *call)
{
  kcfi_dump_call (call);
  fputs ("no mark\n", dump_file);
  dump_insn_slim (dump_file, call);
}

/* PATTERN, a PARALLEL, without elements that are plain UNSPECs: x86's peephole
   marks a sibling call through memory with (unspec [(const_int 0)]
   UNSPEC_PEEPSIB).  */
static rtx
without_unspecs (rtx pattern)
{
  auto_vec<rtx, 8> kept;
  for (int i = 0; i < XVECLEN (pattern, 0); i++)
    if (GET_CODE (XVECEXP (pattern, 0, i)) != UNSPEC)
      kept.safe_push (XVECEXP (pattern, 0, i));
  if (kept.length () == 1)
    return kept[0];
  return gen_rtx_PARALLEL (VOIDmode,
			   gen_rtvec_v (kept.length (), kept.address ()));
}

static bool
recognised_p (rtx_insn *insn)
{
  INSN_CODE (insn) = -1;
  return recog_memoized (insn) >= 0;
}

bool
kcfi_redirect_call (rtx_insn *call, unsigned regno)
{
  rtx mem = kcfi_call_mem (call);
  rtx old_address = XEXP (mem, 0);
  machine_mode mode = GET_MODE (old_address);
  XEXP (mem, 0) = gen_rtx_REG (mode == VOIDmode ? Pmode : mode, regno);
  if (recognised_p (call))
    return true;
  rtx old_pattern = PATTERN (call);
  if (GET_CODE (old_pattern) == PARALLEL)
    {
      PATTERN (call) = without_unspecs (old_pattern);
      if (recognised_p (call))
	return true;
    }
  PATTERN (call) = old_pattern;
  XEXP (mem, 0) = old_address;
  INSN_CODE (call) = -1;
  return false;
}

static bool
mentions_symbol_p (const_rtx expression)
{
  subrtx_iterator::array_type array;
  FOR_EACH_SUBRTX (iter, array, expression, ALL)
    if (SYMBOL_REF_P (*iter))
      return true;
  return false;
}

/* True if SOURCE is the address of a symbol that no source has declared, or its
   place in the GOT if it is LOADED from there: a function of GCC's own library that
   the back end calls, as x86's prologue calls __morestack_large_model
   (-fsplit-stack with -mcmodel=large).  */
static bool
library_address_p (const_rtx source, bool loaded)
{
  if (GET_CODE (source) == CONST)
    source = XEXP (source, 0);
  if (loaded)
    {
      if (GET_CODE (source) != UNSPEC || XVECLEN (source, 0) == 0)
	return false;
      source = XVECEXP (source, 0, 0);
    }
  return SYMBOL_REF_P (source) && !SYMBOL_REF_DECL (source)
	 && !CONSTANT_POOL_ADDRESS_P (source)
	 && !SYMBOL_REF_HAS_BLOCK_INFO_P (source);
}

/* True if SOURCE is the address of a known function, or where it is stored.  Of
   MIPS's load of an entry for calls in the GOT any symbol counts: that of a
   library function may not say that it is one.  */
static bool
function_address_p (const_rtx source)
{
  if (GET_CODE (source) == UNSPEC && mentions_symbol_p (source))
    return true;
  if (MEM_P (source))
    source = XEXP (source, 0);
  subrtx_iterator::array_type array;
  FOR_EACH_SUBRTX (iter, array, source, ALL)
    if (SYMBOL_REF_P (*iter) && SYMBOL_REF_FUNCTION_P (*iter))
      return true;
  return false;
}

/* True if the address of a known function is in REG at INSN, because insns
   directly before bring it there: code is fresh from expand.  It may take
   several, a copy among them; GCC notes what they come to.  */
static bool
loaded_from_symbol_p (rtx_insn *insn, const_rtx reg)
{
  bool loaded = false;
  for (insn = PREV_INSN (insn); insn; insn = PREV_INSN (insn))
    {
      if (!INSN_P (insn) || DEBUG_INSN_P (insn))
	continue;
      if (CALL_P (insn) || JUMP_P (insn))
	return false;
      rtx set = single_set (insn);
      if (set && rtx_equal_p (SET_DEST (set), reg))
	{
	  rtx source = SET_SRC (set);
	  rtx note = find_reg_equal_equiv_note (insn);
	  if (function_address_p (source) || library_address_p (source, loaded)
	      || (note && function_address_p (XEXP (note, 0))))
	    return true;
	  if (MEM_P (source))
	    loaded = true;
	  if (REG_P (source))
	    reg = source;
	  /* The sum of a GOT base and an offset takes two insns.  */
	  else if (!reg_mentioned_p (reg, source))
	    return false;
	  continue;
	}
      if (reg_set_p (reg, insn))
	return false;
    }
  return false;
}

/* True if ADDRESS is a register plus the offset of a symbol, as x86 calls
   __tls_get_addr with -mcmodel=large -fPIC:
     (plus (reg) (const (unspec [(symbol_ref)] UNSPEC_PLTOFF)))  */
static bool
symbol_offset_p (const_rtx address)
{
  if (GET_CODE (address) != PLUS || GET_CODE (XEXP (address, 1)) != CONST
      || GET_CODE (XEXP (XEXP (address, 1), 0)) != UNSPEC)
    return false;
  rtx unspec = XEXP (XEXP (address, 1), 0);
  return SYMBOL_REF_P (XVECEXP (unspec, 0, 0));
}

bool
kcfi_call_known_function_p (rtx_insn *call)
{
  rtx mem = kcfi_call_mem (call);
  tree expression = MEM_EXPR (mem);
  if (expression && TREE_CODE (expression) == FUNCTION_DECL)
    return true;
  rtx note = find_reg_note (call, REG_CALL_DECL, NULL_RTX);
  if (note && XEXP (note, 0) && SYMBOL_REF_P (XEXP (note, 0)))
    return true;
  if (!expression && symbol_offset_p (XEXP (mem, 0)))
    return true;
  return !expression && REG_P (XEXP (mem, 0))
	 && loaded_from_symbol_p (call, XEXP (mem, 0));
}
