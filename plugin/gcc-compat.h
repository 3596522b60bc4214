/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC's headers, and the only place that knows which GCC they come from.

   Every .cc file includes this first.  A difference between GCC versions gets
   one kcfi_compat_ function or macro here; nothing else tests
   GCCPLUGIN_VERSION (`make api-report' checks).  */

#ifndef KCFI_GCC_COMPAT_H
#define KCFI_GCC_COMPAT_H

#include <gcc-plugin.h>
#include <plugin-version.h>
#include <tm.h>
#include <tree.h>
#include <stringpool.h>
#include <attribs.h>
#include <backend.h>
#include <gimple.h>
#include <gimple-iterator.h>
#include <tree-pass.h>
#include <context.h>
#include <cgraph.h>
#include <langhooks.h>
#include <options.h>
#include <opts.h>
#include <toplev.h>
/* In front of diagnostic-core.h.  What it declares is in cc1 only.  */
#include <c-family/c-common.h>
#include <diagnostic-core.h>
#include <fold-const.h>
#include <stor-layout.h>
#include <varasm.h>
#include <output.h>
#include <target.h>
#include <rtl.h>
#include <df.h>
#include <memmodel.h>
#include <emit-rtl.h>
#include <regs.h>
#include <tm_p.h>
#include <insn-config.h>
#include <insn-attr.h>
#include <recog.h>
#include <expr.h>
#include <rtl-iter.h>
#include <function-abi.h>
#include <predict.h>

/* The versions that the whole suite was run with (doc/results/compilers.md).
   The build warns of a newer one (tools/untried-gcc.sh); a test pretends
   one.  */
#define KCFI_OLDEST_GCC 11
#ifndef KCFI_NEWEST_GCC
#define KCFI_NEWEST_GCC 16
#endif
#define KCFI_GCC_MAJOR (GCCPLUGIN_VERSION / 1000)
#define KCFI_COMPAT_TRIED (KCFI_GCC_MAJOR <= KCFI_NEWEST_GCC)

#if KCFI_GCC_MAJOR < KCFI_OLDEST_GCC
#error "the KCFI plugin needs GCC 11 or later"
#endif

/* `(...)' without a named parameter: C23, GCC 13.  */
static inline bool
kcfi_compat_no_named_args (const_tree fntype)
{
#if KCFI_GCC_MAJOR >= 13
  return TYPE_NO_NAMED_ARGS_STDARG_P (fntype);
#else
  (void) fntype;
  return false;
#endif
}

/* True if TYPE is a _BitInt: GCC 14.  */
static inline bool
kcfi_compat_bitint_p (const_tree type)
{
#if KCFI_GCC_MAJOR >= 14
  return TREE_CODE (type) == BITINT_TYPE;
#else
  (void) type;
  return false;
#endif
}

/* __bf16 where it is a type of the compiler proper: GCC 13.  */
static inline tree
kcfi_compat_bfloat16_type (void)
{
#if KCFI_GCC_MAJOR >= 13
  return bfloat16_type_node;
#else
  return NULL_TREE;
#endif
}

/* -fmin-function-alignment in bytes, 0 if not given: GCC 14.  */
static inline unsigned
kcfi_compat_min_function_alignment (void)
{
#if KCFI_GCC_MAJOR >= 14
  return flag_min_function_alignment > 0 ? flag_min_function_alignment : 0;
#else
  return 0;
#endif
}

/* The exception specification of the C++ function type FNTYPE, NULL_TREE if it has
   none: what cp/cp-tree.h, which only some compilers install, calls
   TYPE_RAISES_EXCEPTIONS.  */
static inline tree
kcfi_compat_raises_exceptions (const_tree fntype)
{
  return TYPE_LANG_SLOT_1 (fntype);
}

/* An option whose variable is an int; GCC 11 has another name for it.  */
#if KCFI_GCC_MAJOR >= 12
#define KCFI_COMPAT_INTEGER_OPTION CLVC_INTEGER
#else
#define KCFI_COMPAT_INTEGER_OPTION CLVC_BOOLEAN
#endif

/* True if CALL, fresh from expand and without type or declaration, is that of
   __builtin_apply.  GCC 12 notes it; GCC 11 says at least whether the unit has
   one.  */
static inline bool
kcfi_compat_untyped_call_p (rtx_insn *call)
{
#if KCFI_GCC_MAJOR >= 12
  return find_reg_note (call, REG_UNTYPED_CALL, NULL_RTX) != NULL_RTX;
#else
  (void) call;
  tree apply = builtin_decl_explicit (BUILT_IN_APPLY);
  /* The LTO front end has lost the call by now; but emit_call_1 (calls.c) gives
     every call that comes from a statement a MEM_EXPR, and this has none.  */
  return in_lto_p || (apply && cgraph_node::get (apply));
#endif
}

/* True if CALL calls nothing: x86's vzeroupper dresses up as a call of address
   0, for the register allocator: GCC 12.  A copy of the insn, as block
   reordering makes it, has lost the flag that says so (emit_copy_of_insn_after
   in emit-rtl.cc); a call that somebody wrote has its mark in the usage
   list.  */
static inline bool
kcfi_compat_fake_call_p (const rtx_insn *call)
{
#ifdef FAKE_CALL_P
  if (FAKE_CALL_P (call))
    return true;
  rtx expression = get_call_rtx_from (const_cast<rtx_insn *> (call));
  return expression && MEM_P (XEXP (expression, 0))
	 && XEXP (XEXP (expression, 0), 0) == const0_rtx
	 && !CALL_INSN_FUNCTION_USAGE (call);
#else
  (void) call;
  return false;
#endif
}

/* True if CALL makes a trampoline on the heap (-ftrampoline-impl=heap): GCC 14.  */
static inline bool
kcfi_compat_heap_trampoline_p (const gcall *call)
{
#if KCFI_GCC_MAJOR >= 14
  return gimple_call_builtin_p (call, BUILT_IN_GCC_NESTED_PTR_CREATED);
#else
  (void) call;
  return false;
#endif
}

/* Make __has_feature (NAME) and __has_extension (NAME) 1 in C: GCC 14.  Call in
   plugin_init: with -E nothing else is called in front of the preprocessor.  The
   first question fills GCC's table, which a name must not get into twice.  */
static inline void
kcfi_compat_register_feature (const char *name)
{
#if KCFI_GCC_MAJOR >= 14
  if (!has_feature_p (name, true))
    c_common_register_feature (name, true);
#else
  (void) name;
#endif
}

/* Register the attributes SPECS in the namespace NAMESPACE_NAME.  SPECS ends
   with a row without a name and lives as long as the compiler.  */
static inline void
kcfi_compat_register_scoped (const attribute_spec *specs,
			     const char *namespace_name)
{
#if KCFI_GCC_MAJOR >= 14
  unsigned count = 0;
  while (specs[count].name)
    count++;
  scoped_attribute_specs *table = XNEW (scoped_attribute_specs);
  new (table) scoped_attribute_specs{ namespace_name, { specs, count } };
  register_scoped_attributes (*table);
#else
  register_scoped_attributes (specs, namespace_name);
#endif
}

#endif
