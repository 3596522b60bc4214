/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark as attributes.  mark.h says what it is for.  */

#include "../plugin/gcc-compat.h"
#include "mark.h"

#define CALL_ATTRIBUTE "kcfi call"
#define FUNCTION_ATTRIBUTE "kcfi function"

/* affects_type_identity makes comp_type_attributes (attribs.c) ask the machine
   whether types that differ in the attribute are compatible, and the answer is
   ours: see keep_apart.  */
static const attribute_spec call_attribute
    = { CALL_ATTRIBUTE, 1, 1, false, true, true, true, NULL, NULL };

static const attribute_spec function_attribute
    = { FUNCTION_ATTRIBUTE, 2, 3, true, false, false, false, NULL, NULL };

/* A function's attribute has two arguments, the id and these flags, and a third if
   there is a virtual id.  */
enum
{
  NEEDS_PREAMBLE = 1,
  TELLS_ARITY = 2,
  HAS_KERNEL_TRAPS = 4,
  HAS_NO_TRAP_TABLE = 8,
  FORM_UNIT = 16 /* Times the form of checks; above all flags.  */
};

static int (*next_comp_type_attributes) (const_tree, const_tree);

static bool
same_attribute_p (const char *name, const_tree a, const_tree b)
{
  tree of_a = lookup_attribute (name, TYPE_ATTRIBUTES (a));
  tree of_b = lookup_attribute (name, TYPE_ATTRIBUTES (b));
  if (!of_a || !of_b)
    return of_a == of_b;
  return attribute_value_equal (of_a, of_b);
}

/* targetm.comp_type_attributes: function types of different marks or salts are
   not compatible.  Value numbering, ICF and call merging compare calls through
   types_compatible_p and so never make one of two.  */
static int
keep_apart (const_tree a, const_tree b)
{
  if (FUNC_OR_METHOD_TYPE_P (a) && FUNC_OR_METHOD_TYPE_P (b)
      && (!same_attribute_p (CALL_ATTRIBUTE, a, b)
	  || !same_attribute_p (KCFI_SALT_ATTRIBUTE, a, b)))
    return 0;
  return next_comp_type_attributes (a, b);
}

void
kcfi_marks_start (void)
{
  next_comp_type_attributes = targetm.comp_type_attributes;
  targetm.comp_type_attributes = keep_apart;
}

void
kcfi_register_mark_attributes (void)
{
  register_attribute (&call_attribute);
  register_attribute (&function_attribute);
}

const char *
kcfi_reason_text (int reason)
{
  switch (reason)
    {
    case KCFI_REASON_NOCFI:
      return "no_sanitize";
    case KCFI_REASON_UNPROTOTYPED:
      return "unprototyped";
    case KCFI_REASON_CONSTANT_ADDRESS:
      return "constant address";
    case KCFI_REASON_BUILTIN_APPLY:
      return "__builtin_apply";
    case KCFI_REASON_DIRECT:
      return "direct";
    case KCFI_REASON_OTHER_STATE:
      return "other security state";
    case KCFI_REASON_VIRTUAL:
      return "virtual";
    case KCFI_REASON_COROUTINE:
      return "coroutine";
    default:
      return "unknown";
    }
}

bool
kcfi_reason_of_language_p (int reason)
{
  return reason == KCFI_REASON_VIRTUAL || reason == KCFI_REASON_COROUTINE;
}

tree
kcfi_marked_function_type (tree fntype, kcfi_mark mark)
{
  tree value = build_int_cst (long_long_integer_type_node, mark);
  tree attributes
      = remove_attribute (CALL_ATTRIBUTE, copy_list (TYPE_ATTRIBUTES (fntype)));
  attributes = tree_cons (get_identifier (CALL_ATTRIBUTE),
			  build_tree_list (NULL_TREE, value), attributes);
  return build_type_attribute_variant (fntype, attributes);
}

bool
kcfi_function_type_mark (const_tree fntype, kcfi_mark *mark)
{
  if (!FUNC_OR_METHOD_TYPE_P (fntype))
    return false;
  tree attribute = lookup_attribute (CALL_ATTRIBUTE, TYPE_ATTRIBUTES (fntype));
  if (!attribute)
    return false;
  *mark = tree_to_shwi (TREE_VALUE (TREE_VALUE (attribute)));
  return true;
}

void
kcfi_mark_function (tree decl, const struct kcfi_function_mark *mark)
{
  tree id = build_int_cst (long_long_integer_type_node, mark->id);
  int bits = (mark->needs_preamble ? NEEDS_PREAMBLE : 0)
	     | (mark->choices.arity ? TELLS_ARITY : 0)
	     | (mark->choices.kernel_traps ? HAS_KERNEL_TRAPS : 0)
	     | (mark->choices.no_trap_table ? HAS_NO_TRAP_TABLE : 0)
	     | (int) mark->choices.form * FORM_UNIT;
  tree flags = build_int_cst (integer_type_node, bits);
  tree arguments = NULL_TREE;
  if (mark->has_virtual_id)
    arguments = build_tree_list (
	NULL_TREE,
	build_int_cst (long_long_integer_type_node, mark->virtual_id));
  arguments = tree_cons (NULL_TREE, flags, arguments);
  arguments = tree_cons (NULL_TREE, id, arguments);
  tree others = remove_attribute (FUNCTION_ATTRIBUTE,
				  copy_list (DECL_ATTRIBUTES (decl)));
  DECL_ATTRIBUTES (decl)
      = tree_cons (get_identifier (FUNCTION_ATTRIBUTE), arguments, others);
}

bool
kcfi_function_decl_mark (const_tree decl, struct kcfi_function_mark *mark)
{
  tree attribute
      = lookup_attribute (FUNCTION_ATTRIBUTE, DECL_ATTRIBUTES (decl));
  if (!attribute)
    return false;
  tree arguments = TREE_VALUE (attribute);
  mark->id = (uint32_t) tree_to_shwi (TREE_VALUE (arguments));
  arguments = TREE_CHAIN (arguments);
  HOST_WIDE_INT bits = tree_to_shwi (TREE_VALUE (arguments));
  arguments = TREE_CHAIN (arguments);
  mark->has_virtual_id = arguments != NULL_TREE;
  mark->virtual_id
      = arguments ? (uint32_t) tree_to_shwi (TREE_VALUE (arguments)) : 0;
  mark->needs_preamble = bits & NEEDS_PREAMBLE;
  mark->choices.arity = bits & TELLS_ARITY;
  mark->choices.kernel_traps = bits & HAS_KERNEL_TRAPS;
  mark->choices.no_trap_table = bits & HAS_NO_TRAP_TABLE;
  mark->choices.form = (enum kcfi_check_form) (bits / FORM_UNIT);
  return true;
}
