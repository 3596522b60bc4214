/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages.  */

#include "../plugin/gcc-compat.h"
#include "language.h"
#include "mark.h"
#include "warnings.h"

static unsigned chosen_warnings;

bool
kcfi_warning_chosen_p (enum kcfi_warning kind)
{
  return (chosen_warnings & kind) != 0;
}

void
kcfi_warn_unchecked_call (location_t location, int reason)
{
  if (kcfi_warning_chosen_p (KCFI_WARN_UNPROTOTYPED))
    warning_at (location, 0,
		"KCFI: this call cannot be checked: %s [warn=unprototyped]",
		kcfi_reason_text (reason));
}

void
kcfi_warn_trampoline (location_t location)
{
  if (kcfi_warning_chosen_p (KCFI_WARN_TRAMPOLINE))
    warning_at (location, 0,
		"KCFI: a call through this pointer to a nested function traps:"
		" its trampoline has no type id [warn=trampoline]");
}

void
kcfi_warn_ifunc (tree decl)
{
  /* Position-independent code for shared libraries gets the address of what
     other modules can name from the dynamic linker, which knows the choice.  */
  bool by_dynamic_linker = flag_pic && !flag_pie && TREE_PUBLIC (decl);
  if (!by_dynamic_linker && kcfi_warning_chosen_p (KCFI_WARN_IFUNC))
    warning_at (
	DECL_SOURCE_LOCATION (decl), 0,
	"KCFI: %qD is chosen at run time and its address is taken: that can"
	" be the address of a linkage table entry, which has no type id,"
	" so a call through it traps [warn=%s]",
	decl, "ifunc");
}

void
kcfi_warn_alias (tree decl, tree target)
{
  /* The compiler's own are those that thunks jump to; nobody takes their
     address.  */
  if (!kcfi_warning_chosen_p (KCFI_WARN_ALIAS) || DECL_ARTIFICIAL (decl)
      || kcfi_prototype_of_decl (decl)->id
	     == kcfi_prototype_of_decl (target)->id)
    return;
  auto_diagnostic_group group;
  if (warning_at (DECL_SOURCE_LOCATION (decl), 0,
		  "KCFI: alias %qD of type %qT has the type id of its target:"
		  " a call through its address traps [warn=alias]",
		  decl, TREE_TYPE (decl)))
    inform (DECL_SOURCE_LOCATION (target), "target %qD has type %qT", target,
	    TREE_TYPE (target));
}

/* True if STRING, "_ZTSFvPZ1fE3tagE", names a tag that belongs to a function's
   parameter list: a Z that is not part of a name.  A name follows its length; a
   number in front of `_' is none, nor is one behind D and a letter (vectors,
   _BitInt, _FloatN).  */
static bool
names_local_tag_p (const char *string)
{
  const char *at = string + strlen ("_ZTS");
  while (*at && *at != '.')
    {
      if (*at == 'Z')
	return true;
      if (*at == 'D' && ISALPHA (at[1]))
	{
	  at += 2;
	  at += strspn (at, "0123456789");
	  continue;
	}
      if (*at == 'S' && (ISDIGIT (at[1]) || ISUPPER (at[1]) || at[1] == '_'))
	{
	  /* A substitution: S_, S0_, SZ_.  */
	  at = strchr (at, '_');
	  at += at != NULL;
	  if (!at)
	    return false;
	  continue;
	}
      if (!ISDIGIT (*at))
	{
	  at++;
	  continue;
	}
      char *end;
      unsigned long length = strtoul (at, &end, 10);
      at = end;
      if (*at != '_' || length > strlen (at))
	at += MIN (length, strlen (at));
    }
  return false;
}

void
kcfi_warn_unstable (location_t location, const struct kcfi_prototype *prototype)
{
  if (!kcfi_warning_chosen_p (KCFI_WARN_UNSTABLE))
    return;
  /* C++ has no such types, and others that are local to functions.  */
  if (kcfi_unit_language ()->c_parser && names_local_tag_p (prototype->string))
    warning_at (location, 0,
		"KCFI: the type id of %qs depends on a type declared in a"
		" parameter list, which differs between files: declare the"
		" type before it [warn=unstable]",
		prototype->string);
  else if (prototype->numbered)
    warning_at (location, 0,
		"KCFI: the type id of %qs depends on the number of an unnamed"
		" type, which differs between files: give the type a name"
		" [warn=unstable]",
		prototype->string);
}

void
kcfi_warn_unstable_function (tree decl, const struct kcfi_prototype *prototype)
{
  /* Nobody else calls the others by this id.  */
  if (TREE_PUBLIC (decl))
    kcfi_warn_unstable (DECL_SOURCE_LOCATION (decl), prototype);
}

void
kcfi_warnings_start (unsigned chosen)
{
  chosen_warnings = chosen;
}
