/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the preamble in front of a function's label, and starts the RTL side.

   GCC calls targetm.asm_out.print_patchable_function_entry between the
   function's alignment and its label, for each function that has a patchable
   prefix (assemble_start_function in varasm.c).  The weld pass gives every
   function one nop more than it has, so that the hook always runs, and the hook
   prints the preamble in that nop's place:

     .balign 16
     __cfi_f: movl $ID, %eax		the hook's, instead of one nop
     nop ... (M)			GCC's own, with its label in
					__patchable_function_entries
     f:  */

#include "../plugin/gcc-compat.h"
#include "call-insn.h"
#include "compiler-options.h"
#include "rtl-passes.h"
#include "../gimple/prototype-ids.h"

const struct kcfi_target *kcfi_target;

static void (*next_print_entry) (FILE *, unsigned HOST_WIDE_INT, bool);

/* The function whose patch area was raised by one, until its label is out.  */
static tree raised_function;

/* True if preambles are to tell the arity.  */
static bool arity_wanted;

/* True if checks are to trap as Linux's handlers know it.  */
static bool kernel_traps_wanted;

/* Numbers the labels of the assembler file.  */
static unsigned preamble_count;

unsigned
kcfi_function_prefix (void)
{
  return crtl->patch_area_entry;
}

struct kcfi_code_mode
kcfi_current_mode (void)
{
  struct kcfi_code_mode mode = {};
#ifdef ASSEMBLER_DIALECT
  mode.intel_syntax = ASSEMBLER_DIALECT == 1;
#endif
  mode.word_bits = BITS_PER_WORD;
  mode.code_alignment = FUNCTION_BOUNDARY / BITS_PER_UNIT;
  /* Where the assembler has a short nop and GCC counts long ones (RISC-V with
     C), a function may start behind any short one.  */
  unsigned gcc_length = get_attr_length (make_insn_raw (gen_nop ()));
  mode.nop_bytes = MIN (gcc_length, mode.code_alignment);
  mode.conditional_execution = targetm.have_conditional_execution ();
  mode.kernel_traps = kernel_traps_wanted;
  return mode;
}

void
kcfi_request_preamble (void)
{
  unsigned nop_bytes = kcfi_current_mode ().nop_bytes;
  if (kcfi_target->no_patchable_entry && crtl->patch_area_size)
    {
      error_at (DECL_SOURCE_LOCATION (current_function_decl),
		"KCFI on %s cannot serve %<-fpatchable-function-entry%>: GCC"
		" prints all of its nops in front of the function",
		kcfi_target->name);
      return;
    }
  if (crtl->patch_area_entry && !kcfi_target->max_prefix_bytes)
    {
      error_at (DECL_SOURCE_LOCATION (current_function_decl),
		"KCFI on %s cannot serve the nops that"
		" %<-fpatchable-function-entry%> puts in front of a function",
		kcfi_target->name);
      return;
    }
  if (crtl->patch_area_entry * nop_bytes > kcfi_target->max_prefix_bytes)
    {
      error_at (DECL_SOURCE_LOCATION (current_function_decl),
		"KCFI: the check cannot reach over the %u nops that"
		" %<-fpatchable-function-entry%> puts in front of a function",
		(unsigned) crtl->patch_area_entry);
      return;
    }
  crtl->patch_area_entry++;
  crtl->patch_area_size++;
  raised_function = current_function_decl;
}

/* True if DECL is a copy that GCC made of a function: its signature may be
   another one (IPA-SRA, constant propagation, omp simd), and only direct calls
   lead to it, even if LTO made it public to reach it from another partition.
   A clone for transactions is called through pointers, by its original's
   signature.  */
static bool
changed_clone_p (tree decl, const cgraph_node *node)
{
  if (node && node->tm_clone)
    return false;
  tree origin = DECL_ABSTRACT_ORIGIN (decl);
  return (origin && origin != decl)
	 || (node
	     && (node->clone_of || node->former_clone_of || node->simdclone));
}

/* The id of DECL's preamble in *ID; false if none belongs there.  Whose address
   is taken has one in any case; that is how versions of a function (attribute
   target_clones) are reached from their resolver.

   Functions that GCC itself made after the unit was marked (constructors of
   gcov and sanitizers, outlined OpenMP bodies) have the id of their type.  */
static bool
preamble_id (tree decl, uint32_t *id)
{
  const cgraph_node *node = cgraph_node::get (decl);
  struct kcfi_function_mark mark;
  bool marked = kcfi_function_decl_mark (decl, &mark);
  bool needed;
  if (node && node->address_taken)
    needed = true;
  else if (changed_clone_p (decl, node))
    needed = false;
  else if (marked)
    needed = mark.needs_preamble;
  else
    needed = TREE_PUBLIC (decl) || DECL_STATIC_CONSTRUCTOR (decl)
	     || DECL_STATIC_DESTRUCTOR (decl);
  if (needed)
    *id = marked ? mark.id : kcfi_prototype_of_decl (decl)->id;
  return needed;
}

/* The alignment in bytes of DECL's entry, as assemble_start_function makes it:
   what can be relied upon, or with PREFERRED also what the tuning only wishes
   (".p2align 4,,11" gives up when it would take more than 11 bytes).  */
static unsigned
entry_alignment (tree decl, bool preferred)
{
  unsigned alignment = DECL_ALIGN (decl) / BITS_PER_UNIT;
  alignment = MAX (alignment, kcfi_compat_min_function_alignment ());
  const align_flags_tuple *wish = &align_functions.levels[0];
  unsigned wished = 1u << wish->log;
  if (!DECL_USER_ALIGN (decl) && optimize_function_for_speed_p (cfun)
      && (preferred || (unsigned) wish->maxskip + 1 >= wished))
    alignment = MAX (alignment, wished);
  return alignment;
}

static const char *
symbol_binding (tree decl)
{
  if (!TREE_PUBLIC (decl))
    return NULL;
  return DECL_WEAK (decl) ? "weak" : "globl";
}

/* How many general registers carry DECL's arguments and the address of its
   result, 7 if an argument is on the stack.  Clang counts the registers that
   are live at the entry; ours also has those of unused parameters, which errs
   on the side of FineIBT's users (doc/abi.md "Arity").  */
static int
argument_registers (tree decl)
{
  const HARD_REG_SET &general = reg_class_contents[(int) GENERAL_REGS];
  int count = aggregate_value_p (DECL_RESULT (decl), decl) ? 1 : 0;
  for (tree parm = DECL_ARGUMENTS (decl); parm; parm = DECL_CHAIN (parm))
    {
      rtx place = DECL_INCOMING_RTL (parm);
      if (!place || integer_zerop (TYPE_SIZE (TREE_TYPE (parm))))
	continue;
      if (MEM_P (place))
	return 7;
      subrtx_iterator::array_type array;
      FOR_EACH_SUBRTX (iter, array, place, NONCONST)
	if (REG_P (*iter) && TEST_HARD_REG_BIT (general, REGNO (*iter)))
	  count += REG_NREGS (*iter);
    }
  return MIN (count, 7);
}

static void
print_preamble (FILE *file, tree decl, unsigned prefix_nops)
{
  struct kcfi_code_mode mode = kcfi_current_mode ();
  struct kcfi_preamble preamble = {};
  const char *name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl));
  struct kcfi_text label = {};
  preamble.has_id = preamble_id (decl, &preamble.id);
  if (!preamble.has_id && prefix_nops == 0)
    return;
  if (name[0] != '*')
    kcfi_text_add (&label, user_label_prefix);
  kcfi_text_add (&label, targetm.strip_name_encoding (name));
  preamble.mode = &mode;
  preamble.function = label.bytes;
  preamble.binding = symbol_binding (decl);
  preamble.prefix_nops = prefix_nops;
  preamble.alignment = entry_alignment (decl, false);
  preamble.preferred_alignment = entry_alignment (decl, true);
  preamble.for_size = !optimize_function_for_speed_p (cfun);
  preamble.arity
      = arity_wanted && kcfi_target->has_arity ? argument_registers (decl) : -1;
  preamble.number = ++preamble_count;
  struct kcfi_text text = {};
  kcfi_target->print_preamble (&text, &preamble);
  fputs (text.bytes ? text.bytes : "", file);
  kcfi_text_free (&text);
  kcfi_text_free (&label);
}

/* In front of the label NOPS is one more than the function's M.  Behind it GCC
   passes RECORD = false because it thinks that a prefix was recorded.  */
static void
print_entry (FILE *file, unsigned HOST_WIDE_INT nops, bool record)
{
  static bool prefix_recorded;
  if (raised_function && raised_function == current_function_decl)
    {
      raised_function = NULL_TREE;
      /* The back end looks at these later, for the nops behind the label.  */
      crtl->patch_area_entry--;
      crtl->patch_area_size--;
      prefix_recorded = nops > 1;
      print_preamble (file, current_function_decl, nops - 1);
      if (nops > 1)
	next_print_entry (file, nops - 1, true);
      return;
    }
  next_print_entry (file, nops, record || !prefix_recorded);
}

void
kcfi_rtl_use_target (const struct kcfi_target *target)
{
  kcfi_target = target;
  if (target->register_calls_option)
    kcfi_turn_on (target->register_calls_option);
}

void
kcfi_rtl_passes_start (const char *plugin_name, bool arity, bool kernel_traps)
{
  arity_wanted = arity;
  kernel_traps_wanted = kernel_traps;
  kcfi_tag_pass_start (plugin_name);
  kcfi_check_pass_start (plugin_name);
  kcfi_weld_pass_start (plugin_name);
  next_print_entry = targetm.asm_out.print_patchable_function_entry;
  targetm.asm_out.print_patchable_function_entry = print_entry;
}
