/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the introducer of a slot to the id of its virtual calls.

   Both sides know the introducers: a call by the class it is written with and the
   number of the slot, a function by the tables it stands in (virtual-slots.h).

     virtual=name	_ZTV4read.KFvPvmE   name, parameters, cv and ref: what an
					    override must repeat.  Not the class,
					    nor the result, which may differ
     virtual=class	_ZN6Device4readEPvm.virtual
     destructors	_ZTVD1, _ZTVD0	    in both modes: one thunk often serves two
					    virtual bases that have no more in
					    common  */

#include "../../plugin/gcc-compat.h"
#include "../mark.h"
#include "own-thunks.h"
#include "type-strings.h"
#include "virtual-ids.h"
#include "virtual-slots.h"

#define PREBUILT_ATTRIBUTE "kcfi_prebuilt"

static enum kcfi_virtual_mode virtual_mode;
static bool check_all;
static enum kcfi_hash virtual_hash;

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_map<uid_hash, kcfi_prototype *> *ids_of_introducers;

void
kcfi_virtual_ids_start (enum kcfi_virtual_mode mode, bool all,
			enum kcfi_hash hash)
{
  ids_of_introducers = new hash_map<uid_hash, kcfi_prototype *>;
  kcfi_virtual_slots_start ();
  virtual_mode = mode;
  check_all = all;
  virtual_hash = hash;
}

/* kcfi_prebuilt belongs to a class with its definition, or to a method.  */
static tree
handle_prebuilt (tree *node, tree name, tree, int, bool *no_add)
{
  if (TREE_CODE (*node) != RECORD_TYPE && TREE_CODE (*node) != FUNCTION_DECL)
    {
      warning (OPT_Wattributes,
	       "%qE attribute is for classes and their virtual functions",
	       name);
      *no_add = true;
    }
  return NULL_TREE;
}

/* [[kcfi::prebuilt]] becomes kcfi_prebuilt, so that there is one to look for.  */
static tree
handle_scoped_prebuilt (tree *node, tree name, tree arguments, int flags,
			bool *no_add)
{
  handle_prebuilt (node, name, arguments, flags, no_add);
  if (*no_add)
    return NULL_TREE;
  *no_add = true;
  tree *attributes
      = DECL_P (*node) ? &DECL_ATTRIBUTES (*node) : &TYPE_ATTRIBUTES (*node);
  *attributes
      = tree_cons (get_identifier (PREBUILT_ATTRIBUTE), NULL_TREE, *attributes);
  return NULL_TREE;
}

static const attribute_spec prebuilt_spec
    = { PREBUILT_ATTRIBUTE, 0,	 0, false, false, false, false,
	handle_prebuilt,    NULL };

static const attribute_spec scoped_specs[]
    = { { "prebuilt", 0, 0, false, false, false, false, handle_scoped_prebuilt,
	  NULL },
	{ NULL, 0, 0, false, false, false, false, NULL, NULL } };

void
kcfi_register_prebuilt_attribute (void)
{
  register_attribute (&prebuilt_spec);
  kcfi_compat_register_scoped (scoped_specs, "kcfi");
}

static bool
says_prebuilt_p (tree attributes)
{
  return lookup_attribute (PREBUILT_ATTRIBUTE, attributes) != NULL_TREE;
}

/* True if calls of what INTRODUCER introduced are checked.  */
static bool
checked_introducer_p (tree introducer)
{
  if (says_prebuilt_p (DECL_ATTRIBUTES (introducer))
      || says_prebuilt_p (TYPE_ATTRIBUTES (DECL_CONTEXT (introducer))))
    return false;
  return check_all || !in_system_header_at (DECL_SOURCE_LOCATION (introducer));
}

static bool
named_p (tree decl, const char *name)
{
  return strcmp (IDENTIFIER_POINTER (DECL_NAME (decl)), name) == 0;
}

/* The text of the destructor DECL, which the front end has made of the one that was
   written; NULL if it is none.  The names are of cp/decl.cc
   (initialize_predefined_identifiers).  */
static const char *
destructor_text (tree decl)
{
  if (named_p (decl, "__dt_comp "))
    return "_ZTVD1";
  return named_p (decl, "__dt_del ") ? "_ZTVD0" : NULL;
}

/* The text of INTRODUCER by its name.  A conversion has the name of its result,
   which then cannot differ.  The caller frees it.  */
static char *
name_text (tree introducer)
{
  tree type = build_distinct_type_copy (TREE_TYPE (introducer));
  const char *name = IDENTIFIER_POINTER (DECL_NAME (introducer));
  char length[24] = "";
  if (named_p (introducer, "__conv_op "))
    name = "cv";
  else
    {
      TREE_TYPE (type) = void_type_node;
      snprintf (length, sizeof length, "%u", (unsigned) strlen (name));
    }
  char *type_name = kcfi_cxx_type_name (type);
  char *text = concat ("_ZTV", length, name, ".", type_name, NULL);
  free (type_name);
  return text;
}

static char *
make_text (tree introducer)
{
  if (const char *destructor = destructor_text (introducer))
    return xstrdup (destructor);
  if (virtual_mode == KCFI_VIRTUAL_NAME)
    return name_text (introducer);
  const char *symbol = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (introducer));
  return concat (targetm.strip_name_encoding (symbol), ".virtual", NULL);
}

static const struct kcfi_prototype *
id_of_introducer (tree introducer)
{
  if (kcfi_prototype **known = ids_of_introducers->get (DECL_UID (introducer)))
    return *known;
  kcfi_prototype *made = XNEW (kcfi_prototype);
  made->string = make_text (introducer);
  made->id = kcfi_type_id (made->string, virtual_hash);
  made->numbered = strstr (made->string, "._anon_") != NULL;
  ids_of_introducers->put (DECL_UID (introducer), made);
  return made;
}

const struct kcfi_prototype *
kcfi_virtual_call_id (gcall *call)
{
  if (virtual_mode == KCFI_VIRTUAL_OFF)
    return NULL;
  tree reference = gimple_call_fn (call);
  tree class_type = TYPE_MAIN_VARIANT (obj_type_ref_class (reference));
  unsigned slot = tree_to_uhwi (OBJ_TYPE_REF_TOKEN (reference));
  tree introducer = kcfi_slot_introducer (class_type, slot);
  if (!introducer || !checked_introducer_p (introducer)
      || says_prebuilt_p (TYPE_ATTRIBUTES (class_type)))
    return NULL;
  return id_of_introducer (introducer);
}

/* True if DECL can stand in a virtual table: of the functions that the front end
   makes of a destructor, two can.  */
static bool
for_tables_p (tree decl)
{
  return TREE_CODE (decl) == FUNCTION_DECL && DECL_VIRTUAL_P (decl)
	 && TYPE_P (DECL_CONTEXT (decl))
	 && (!DECL_CXX_DESTRUCTOR_P (decl) || destructor_text (decl));
}

/* The declaration by which NODE's function stands in virtual tables; NULL_TREE if
   it stands in none.  The body of a destructor has the name of the variant for
   bases, and the one for complete objects as an alias.  */
static tree
declaration_in_tables (cgraph_node *node)
{
  if (for_tables_p (node->decl))
    return node->decl;
  ipa_ref *reference;
  FOR_EACH_ALIAS (node, reference)
    if (for_tables_p (reference->referring->decl))
      return reference->referring->decl;
  return NULL_TREE;
}

/* The one of INTRODUCERS that calls are checked by.  Where that would be two, the
   function has copies instead, and nobody calls it (own-thunks.h).  */
static tree
choose_introducer (const auto_vec<tree> &introducers)
{
  for (unsigned i = 0; i < introducers.length (); i++)
    if (checked_introducer_p (introducers[i]))
      return introducers[i];
  return introducers[0];
}

static uint32_t
introducer_id (tree introducer)
{
  return id_of_introducer (introducer)->id;
}

void
kcfi_prepare_virtual_tables (void)
{
  static const struct kcfi_introducer_rules rules
      = { checked_introducer_p, introducer_id };
  if (virtual_mode == KCFI_VIRTUAL_CLASS)
    kcfi_split_thunks (&rules);
}

const struct kcfi_prototype *
kcfi_virtual_function_id (cgraph_node *node)
{
  if (virtual_mode == KCFI_VIRTUAL_OFF)
    return NULL;
  tree decl = declaration_in_tables (node);
  if (!decl)
    return NULL;
  if (tree introducer = kcfi_own_thunk_introducer (decl))
    return id_of_introducer (introducer);
  auto_vec<tree> introducers;
  if (!kcfi_find_introducers (decl, introducers))
    {
      error_at (
	  DECL_SOURCE_LOCATION (decl),
	  "KCFI: cannot find the virtual table that %qD stands in; compile"
	  " this file without %<virtual=%>, and please report this with the"
	  " source file",
	  decl);
      return NULL;
    }
  return introducers.is_empty ()
	     ? NULL
	     : id_of_introducer (choose_introducer (introducers));
}
