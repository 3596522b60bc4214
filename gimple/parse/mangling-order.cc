/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first mangling of an unnamed tag gives it the next number ($_0, $_1 ...;
   ItaniumMangle.cpp, getAnonymousStructId), and Clang mangles while it
   generates code: a prototype for each function that is mentioned and for each
   call through a pointer.  It generates the code of what other units can name
   as it parses, when the definition ends, and that of local functions and
   variables when all is parsed, if they have been mentioned, by their first
   mention (CodeGenModule::EmitGlobal, EmitDeferred).

   GCC's passes run later and in another order.  So each definition is written
   down with what it mentions, and before the passes start the prototypes are
   asked for in Clang's order.  */

#include "../../plugin/gcc-compat.h"
#include "mangling-order.h"
#include "body-mentions.h"
#include "../prototype-ids.h"
#include "redeclarations.h"
#include "star-arrays.h"
#include "../tree-reader.h"
#include "unit-notes.h"

/* What is known of a function or variable, which is told by its name: an extern
   declaration inside of a function may be a tree of its own.  */
struct global
{
  bool mentioned;
  bool generated;  /* Or waiting for it.  */
  tree definition; /* The element of DEFINITIONS, or NULL_TREE: not yet.  */
};
static hash_map<tree, struct global> *globals;

/* The names of what is to be generated.  */
static auto_vec<tree> *waiting;

/* A definition mentions itself first.  */
static void
note_definition (tree decl, tree mentions)
{
  tree type = TREE_CODE (decl) == FUNCTION_DECL ? kcfi_defined_type (decl)
						: NULL_TREE;
  mentions = tree_cons (type, decl, mentions);
  kcfi_push_note (KCFI_NOTE_DEFINITIONS, decl, mentions);
}

void
kcfi_mangling_order_see_declaration (tree decl)
{
  if (seen_error () || current_function_decl || !DECL_NAME (decl))
    return;
  tree alias = NULL_TREE;
  if (TREE_CODE (decl) == FUNCTION_DECL)
    alias = lookup_attribute ("alias", DECL_ATTRIBUTES (decl));
  if (alias)
    {
      tree target = TREE_VALUE (TREE_VALUE (alias));
      tree name = get_identifier (TREE_STRING_POINTER (target));
      note_definition (decl, build_tree_list (NULL_TREE, name));
    }
  else if (VAR_P (decl) && DECL_INITIAL (decl)
	   && DECL_INITIAL (decl) != error_mark_node)
    note_definition (decl, kcfi_body_mentions (&DECL_INITIAL (decl)));
}

void
kcfi_mangling_order_see_body (tree decl)
{
  if (!seen_error () && DECL_NAME (decl))
    note_definition (decl, kcfi_body_mentions (&DECL_SAVED_TREE (decl)));
}

/* FUNCTION is mentioned for the first time, when it was declared with TYPE:
   that is its type for good, even if other declarations follow.  Only a
   definition with a prototype replaces a declaration without one.  */
static void
ask_prototype (tree function, tree type)
{
  if (TREE_CODE (TREE_TYPE (function)) != FUNCTION_TYPE
      || fndecl_built_in_p (function))
    return;
  if (type && (prototype_p (type) || !DECL_INITIAL (function)))
    kcfi_fix_prototype (function, type);
  else
    kcfi_prototype_of_decl (function);
}

/* NAME is mentioned, or its definition met: it may now wait for generation.  */
static void
consider (tree name)
{
  struct global &global = globals->get_or_insert (name);
  if (!global.mentioned || !global.definition || global.generated)
    return;
  /* Without optimisation the body of a C99 inline function is not used.  */
  tree decl = TREE_PURPOSE (global.definition);
  if (TREE_CODE (decl) == FUNCTION_DECL && DECL_EXTERNAL (decl) && !optimize
      && !lookup_attribute ("always_inline", DECL_ATTRIBUTES (decl)))
    return;
  global.generated = true;
  waiting->safe_push (name);
}

static void
mention (tree what, tree type)
{
  if (TYPE_P (what))
    {
      kcfi_prototype_of_type (what);
      return;
    }
  tree name = DECL_P (what) ? DECL_NAME (what) : what;
  if (!name)
    return;
  struct global &global = globals->get_or_insert (name);
  if (TREE_CODE (what) == FUNCTION_DECL && !global.mentioned)
    ask_prototype (what, type);
  global.mentioned = true;
  consider (name);
}

static void
mention_all (tree definition)
{
  for (tree link = TREE_VALUE (definition); link; link = TREE_CHAIN (link))
    mention (TREE_VALUE (link), TREE_PURPOSE (link));
}

/* Whether Clang generates DECL where it is defined
   (ASTContext::DeclMustBeEmitted).  */
static bool
generated_at_once_p (tree decl)
{
  return (TREE_PUBLIC (decl) && !DECL_EXTERNAL (decl)) || DECL_PRESERVE_P (decl)
	 || lookup_attribute ("alias", DECL_ATTRIBUTES (decl))
	 || (TREE_CODE (decl) == FUNCTION_DECL
	     && (DECL_STATIC_CONSTRUCTOR (decl)
		 || DECL_STATIC_DESTRUCTOR (decl)));
}

static void
meet_definition (tree definition)
{
  tree decl = TREE_PURPOSE (definition);
  struct global &global = globals->get_or_insert (DECL_NAME (decl));
  global.definition = definition;
  if (!generated_at_once_p (decl))
    {
      consider (DECL_NAME (decl));
      return;
    }
  global.generated = true;
  mention_all (definition);
}

/* Each time something is generated, what that adds comes before the rest.  A
   chain of first mentions may be long: no recursion.  */
static void
generate_waiting (void)
{
  auto_vec<tree> stack;
  while (true)
    {
      while (!waiting->is_empty ())
	stack.safe_push (waiting->pop ());
      if (stack.is_empty ())
	return;
      mention_all (globals->get (stack.pop ())->definition);
    }
}

void
kcfi_mangling_order_finish (void)
{
  globals = new hash_map<tree, struct global> (1021);
  waiting = new auto_vec<tree>;
  kcfi_read_prototype_typedefs (kcfi_prototype_typedefs ());
  tree definitions = nreverse (kcfi_take_note (KCFI_NOTE_DEFINITIONS));
  for (tree link = definitions; link; link = TREE_CHAIN (link))
    meet_definition (link);
  generate_waiting ();
  delete globals;
  delete waiting;
}
