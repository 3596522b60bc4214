/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From GCC's function types and declarations to ids, each computed once.  */

#include "../plugin/gcc-compat.h"
#include "prototype-ids.h"
#include "mark.h"
#include "cxx/type-strings.h"
#include "ids/remangle.h"
#include "language.h"
#include "parse/redeclarations.h"
#include "tree-reader.h"
#include "unit-phase.h"

static struct kcfi_id_options id_options;
static kcfi_type_model *model;

/* By TYPE_UID and DECL_UID, which are never used again.  */
typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_map<uid_hash, kcfi_prototype *> *prototypes_of_types;
static hash_map<uid_hash, kcfi_prototype *> *prototypes_of_decls;

void
kcfi_prototype_ids_start (const struct kcfi_id_options *options,
			  const char *const *address_spaces)
{
  id_options = *options;
  model = kcfi_type_model_new ();
  prototypes_of_types = new hash_map<uid_hash, kcfi_prototype *>;
  prototypes_of_decls = new hash_map<uid_hash, kcfi_prototype *>;
  kcfi_tree_reader_start (model, address_spaces);
}

bool
kcfi_prototyped_p (const_tree fntype)
{
  return prototype_p (fntype) || kcfi_unit_language ()->own_mangler;
}

static bool language_forgotten;

void
kcfi_prototype_ids_forget_language (void)
{
  language_forgotten = true;
}

/* True if the front end's mangler makes the strings.  */
static bool
mangled_by_front_end_p (void)
{
  return kcfi_unit_language ()->own_mangler && !language_forgotten;
}

/* The text of attribute cfi_salt (plugin/attributes.cc), or NULL.  */
static const char *
salt_of (const_tree fntype)
{
  tree salt = lookup_attribute (KCFI_SALT_ATTRIBUTE, TYPE_ATTRIBUTES (fntype));
  return salt ? TREE_STRING_POINTER (TREE_VALUE (TREE_VALUE (salt))) : NULL;
}

/* "at-calls" is also what strub without an argument means (ipa-strub.cc,
   get_strub_mode_from_attr).  The pass that adds the parameter runs when the ids
   are known; where it chooses the mode itself, the function is local and only
   called.  */
bool
kcfi_scrubbed_by_caller_p (const_tree fntype)
{
  tree strub = lookup_attribute ("strub", TYPE_ATTRIBUTES (fntype));
  if (!strub)
    return false;
  tree mode = TREE_VALUE (strub);
  if (mode && TREE_CODE (mode) == TREE_LIST)
    mode = TREE_VALUE (mode);
  if (!mode)
    return true;
  const char *name = TREE_CODE (mode) == STRING_CST ? TREE_STRING_POINTER (mode)
						    : IDENTIFIER_POINTER (mode);
  return strcmp (name, "at-calls") == 0;
}

/* What tells FNTYPE from other types of its prototype, behind the salt's dot, or
   NULL; the caller frees it.  Clang has no strub: the text is ours.  */
static char *
suffix_of (const_tree fntype)
{
  const char *salt = salt_of (fntype);
  if (!kcfi_scrubbed_by_caller_p (fntype))
    return salt ? xstrdup (salt) : NULL;
  return concat (salt ? salt : "", salt ? "." : "", "strub", NULL);
}

/* Whoever asks while the source is read gets a wrong id, and spoils others.  The
   only function that GCC compiles so early is one given as RTL, by a test of its
   own (run_rtl_passes, called by the parser).  */
static void
require_source_read (void)
{
  static bool reported;
  if (kcfi_unit_phase () == KCFI_PHASE_READ || reported)
    return;
  reported = true;
  if (cfun && (cfun->curr_properties & PROP_rtl))
    error_at (DECL_SOURCE_LOCATION (cfun->decl),
	      "KCFI cannot serve functions with %<__RTL%>, which are compiled"
	      " before all types are known; compile this file without KCFI");
  else
    error_at (input_location,
	      "KCFI: a type id was asked for before the source was read; please"
	      " report this with the source file");
}

/* The integer types of the target.  */
static struct kcfi_integer_types
target_integers (void)
{
  struct kcfi_integer_types integers;
  integers.int_bits = TYPE_PRECISION (integer_type_node);
  integers.long_bits = TYPE_PRECISION (long_integer_type_node);
  integers.wide_bits = TYPE_PRECISION (wchar_type_node);
  integers.wide_is_signed = !TYPE_UNSIGNED (wchar_type_node);
  integers.char_is_signed = !TYPE_UNSIGNED (char_type_node);
  return integers;
}

/* STRING, which this frees, under the options of the unit; the caller frees the
   result.  GCC has names that Clang has not and that cannot be read here (GCC 16's
   unnamed enums, Uej3red).  They stay as they are: the same in all units of GCC,
   and never Clang's.  */
static char *
apply_options (char *string)
{
  if (!id_options.normalize_integers && !id_options.generalize_pointers)
    return string;
  struct kcfi_integer_types integers = target_integers ();
  struct kcfi_remangle_error problem;
  char *result = kcfi_remangle (string, &id_options, &integers, &problem);
  if (!result)
    result
	= concat (string, id_options.normalize_integers ? ".normalized" : "",
		  id_options.generalize_pointers ? ".generalized" : "", NULL);
  free (string);
  return result;
}

/* The string of the C++ type FNTYPE; the caller frees it.  */
static char *
cxx_string (tree fntype)
{
  char *name = kcfi_cxx_type_name (fntype);
  char *suffix = suffix_of (fntype);
  char *string = concat ("_ZTS", name, suffix && *suffix ? "." : "",
			 suffix ? suffix : "", NULL);
  free (name);
  free (suffix);
  return apply_options (string);
}

/* The prototype of FNTYPE by the front end's mangler.  */
static kcfi_prototype *
make_cxx_prototype (tree fntype)
{
  kcfi_prototype *prototype = XNEW (kcfi_prototype);
  prototype->string = cxx_string (fntype);
  prototype->id = kcfi_type_id (prototype->string, id_options.hash);
  /* The name that GCC gives to a type without one.  */
  prototype->numbered = strstr (prototype->string, "._anon_") != NULL;
  return prototype;
}

static kcfi_prototype *
make_prototype (tree fntype, tree parameters)
{
  require_source_read ();
  if (mangled_by_front_end_p ())
    return make_cxx_prototype (fntype);
  const kcfi_type *type = kcfi_read_function_type (fntype, parameters);
  kcfi_prototype *prototype = XNEW (kcfi_prototype);
  char *suffix = suffix_of (fntype);
  prototype->string = kcfi_type_string (model, type, suffix, &id_options);
  free (suffix);
  prototype->id = kcfi_type_id (prototype->string, id_options.hash);
  prototype->numbered = kcfi_type_is_numbered (type);
  return prototype;
}

const struct kcfi_prototype *
kcfi_prototype_of_type (tree fntype)
{
  if (kcfi_prototype **known = prototypes_of_types->get (TYPE_UID (fntype)))
    return *known;
  kcfi_prototype *made = make_prototype (fntype, NULL_TREE);
  prototypes_of_types->put (TYPE_UID (fntype), made);
  return made;
}

const struct kcfi_prototype *
kcfi_prototype_of_decl (tree decl)
{
  if (kcfi_prototype **known = prototypes_of_decls->get (DECL_UID (decl)))
    return *known;
  tree fntype = mangled_by_front_end_p () ? kcfi_cxx_declared_type (decl)
					  : kcfi_declared_type (decl);
  if (mangled_by_front_end_p () && fntype != TREE_TYPE (decl))
    {
      kcfi_prototype *made = make_prototype (fntype, NULL_TREE);
      prototypes_of_decls->put (DECL_UID (decl), made);
      return made;
    }
  if (prototype_p (fntype) || !DECL_ARGUMENTS (decl))
    return kcfi_prototype_of_type (fntype);
  kcfi_prototype *made = make_prototype (fntype, DECL_ARGUMENTS (decl));
  prototypes_of_decls->put (DECL_UID (decl), made);
  return made;
}

/* The string to compare FNTYPE's id by; the caller frees it.  */
static char *
preview_string (tree fntype)
{
  const kcfi_type *type = kcfi_read_function_type (fntype, NULL_TREE);
  char *suffix = suffix_of (fntype);
  char *string = kcfi_type_preview (model, type, suffix, &id_options);
  free (suffix);
  return string;
}

bool
kcfi_same_id_p (tree one, tree other)
{
  require_source_read ();
  if (mangled_by_front_end_p ())
    return strcmp (kcfi_prototype_of_type (one)->string,
		   kcfi_prototype_of_type (other)->string)
	   == 0;
  char *of_one = preview_string (one);
  char *of_other = preview_string (other);
  bool same = strcmp (of_one, of_other) == 0;
  free (of_one);
  free (of_other);
  return same;
}

void
kcfi_fix_prototype (tree decl, tree fntype)
{
  const struct kcfi_prototype *prototype = kcfi_prototype_of_type (fntype);
  prototypes_of_decls->put (DECL_UID (decl),
			    const_cast<kcfi_prototype *> (prototype));
}
