/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preamble of a function: its id, the alignment of its entry, its arity.
   patch-area.cc gets it in front of the label; the machine prints it.

   GCC's -fdump-rtl-final shows what a function gets in the end and why.  */

#include "../plugin/gcc-compat.h"
#include "../plugin/timing.h"
#include "assembler-label.h"
#include "entry-guard.h"
#include "preamble.h"
#include "typed-entries.h"
#include "unit-target.h"
#include "../gimple/mark-dump.h"
#include "../gimple/prototype-ids.h"

/* True once one was printed.  */
static bool unmarked_preamble;

bool
kcfi_unmarked_preamble_p (void)
{
  return unmarked_preamble;
}

/* True if DECL is what the C++ front end made of a constructor or destructor as it
   was written, for complete objects or for bases: to GCC a copy, too.  Copies that
   the optimisers make of it have names with a dot, as no mangled name of a public
   function has.  */
static bool
object_variant_p (tree decl)
{
  return (DECL_CXX_CONSTRUCTOR_P (decl) || DECL_CXX_DESTRUCTOR_P (decl))
	 && !strchr (IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl)), '.');
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
  return (origin && origin != decl && !object_variant_p (decl))
	 || (node
	     && (node->clone_of || node->former_clone_of || node->simdclone));
}

/* The line about the preamble of DECL with *ID; if ID is NULL, that it has none.
   WHY in words.  */
static void
dump_preamble (tree decl, const uint32_t *id, const char *why)
{
  kcfi_dump_location (dump_file, DECL_SOURCE_LOCATION (decl));
  fprintf (dump_file, "%s: ", lang_hooks.decl_printable_name (decl, 2));
  if (id)
    kcfi_dump_mark (dump_file, *id);
  else
    fputs ("no preamble", dump_file);
  fprintf (dump_file, ", %s\n", why);
}

/* True if a pointer to NODE's function goes somewhere.  The call that hands an
   outlined loop to the run-time library is made so late that the call graph
   does not learn of the address (tree-parloops.cc).  */
static bool
address_given_away_p (const cgraph_node *node)
{
  return node && (node->address_taken || node->parallelized_function);
}

/* Whether a preamble belongs in front of DECL, whose mark is MARK or NULL; WHY
   in words for the dump.  Whose address is taken has one in any case; that is
   how versions of a function (attribute target_clones) are reached from their
   resolver.  */
static bool
needs_preamble_p (tree decl, const struct kcfi_function_mark *mark,
		  const char **why)
{
  const cgraph_node *node = cgraph_node::get (decl);
  if (address_given_away_p (node))
    {
      *why = "its address is taken";
      return true;
    }
  if (changed_clone_p (decl, node))
    {
      *why = "a copy that GCC has changed";
      return false;
    }
  if (mark)
    {
      *why = "as it was marked";
      return mark->needs_preamble;
    }
  *why = "made by GCC";
  return TREE_PUBLIC (decl) || DECL_STATIC_CONSTRUCTOR (decl)
	 || DECL_STATIC_DESTRUCTOR (decl);
}

/* True if DECL is of a source: written there, or a member of a class that the C++
   front end made (a destructor, the function behind a closure).  What GCC makes
   later is of no class.  */
static bool
of_source_p (tree decl)
{
  return !DECL_ARTIFICIAL (decl) || TREE_CODE (TREE_TYPE (decl)) == METHOD_TYPE
	 || (DECL_CONTEXT (decl) && TYPE_P (DECL_CONTEXT (decl)));
}

/* Make the mark of DECL, which has none, in *MARK.  Functions that GCC itself
   made after the unit was marked (constructors of gcov and sanitizers, outlined
   OpenMP bodies and loops) have the id of their type; doc/function-makers.md
   lists them all.  A function of the source comes from an object of -flto that
   was made without the plugin.  Its id would be a guess: the names that typedefs
   give to unnamed types, salts and normalized integers are not in the object, and
   the link has no C++ mangler.  */
static void
make_late_mark (tree decl, struct kcfi_function_mark *mark)
{
  if (in_lto_p && of_source_p (decl))
    error_at (DECL_SOURCE_LOCATION (decl),
	      "KCFI: %qD has no type id, as its object was compiled with"
	      " %<-flto%> but without the KCFI plugin; compile it with the"
	      " plugin, or without %<-flto%>",
	      decl);
  mark->id = kcfi_prototype_of_decl (decl)->id;
  mark->choices = *kcfi_unit_choices ();
  unmarked_preamble = true;
}

/* What DECL's preamble says in *MARK; false if none belongs there.  */
static bool
read_preamble_mark (tree decl, struct kcfi_function_mark *mark)
{
  bool marked = kcfi_function_decl_mark (decl, mark);
  const char *why;
  bool needed = needs_preamble_p (decl, marked ? mark : NULL, &why);
  if (needed && !marked)
    make_late_mark (decl, mark);
  if (dump_file)
    dump_preamble (decl, needed ? &mark->id : NULL, why);
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
   on the side of FineIBT's users (doc/abi.md "Arity").  Nobody has asked where the
   arguments of a thunk are that the machine writes: it gets all registers.  */
static int
argument_registers (tree decl)
{
  if (cfun->is_thunk
      && !(DECL_ARGUMENTS (decl) && DECL_INCOMING_RTL (DECL_ARGUMENTS (decl))))
    return 7;
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

void
kcfi_print_preamble (FILE *file, tree decl, unsigned prefix_nops)
{
  kcfi_timed timed ("kcfi_preamble");
  struct kcfi_code_mode mode = kcfi_current_mode ();
  struct kcfi_preamble preamble = {};
  struct kcfi_function_mark mark = {};
  preamble.has_id = read_preamble_mark (decl, &mark);
  if (!preamble.has_id && prefix_nops == 0)
    return;
  char *label = kcfi_assembler_label (DECL_ASSEMBLER_NAME (decl));
  preamble.id = kcfi_id_in_code (kcfi_target, mark.id);
  preamble.has_virtual_id = preamble.has_id && mark.has_virtual_id;
  preamble.virtual_id = kcfi_id_in_code (kcfi_target, mark.virtual_id);
  preamble.mode = &mode;
  preamble.function = label;
  preamble.binding = symbol_binding (decl);
  preamble.prefix_nops = prefix_nops;
  preamble.alignment = entry_alignment (decl, false);
  preamble.preferred_alignment = entry_alignment (decl, true);
  preamble.for_size = !optimize_function_for_speed_p (cfun);
  preamble.arity = mark.choices.arity && kcfi_target->has_arity
		       ? argument_registers (decl)
		       : -1;
  if (preamble.has_id && !changed_clone_p (decl, cgraph_node::get (decl)))
    kcfi_print_typed_entries (file, decl, &preamble);
  struct kcfi_text text = {};
  kcfi_target->print_preamble (&text, &preamble);
  fputs (text.bytes ? text.bytes : "", file);
  if (preamble.has_id)
    kcfi_guard_entry (file, label, prefix_nops * mode.nop_bytes);
  kcfi_text_free (&text);
  free (label);
}
