/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shims of Rust, by their names.  A method has one id, so rustc makes a function for
   each other type that it is called by: with KCFI a "reify" shim where its address is
   taken (as a function pointer, or for a virtual table), and with any compilation a
   "vtable" shim where a value is passed by its address.  The name says so, and whose
   shim it is:

     <Square as Shape>::area::{shim:reify_fnptr#0}	of _RNSNvX...11reify_fnptr
     <Square as Shape>::area{{reify.shim.fnptr}}	of _ZN...reify.shim.fnptr...

   (rustc_symbol_mangling, v0.rs and legacy.rs).  */

#include "rust-shims.h"

#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "../base/demangle.h"

/* A function under the name that the source has.  */
struct named_function
{
  char *name;
  uint32_t file;
  uint32_t number;
};

struct named_functions
{
  struct named_function *list;
  size_t list_count, list_capacity;
};

/* The kind of shim that SYMBOL is, or NULL.  */

static const char *
shim_kind (const char *symbol)
{
  static const struct
  {
    const char *part;
    const char *kind;
  } parts[] = { { "11reify_fnptr", "reify" }, { "12reify_vtable", "reify" },
		{ "5reify", "reify" },	      { "reify.shim", "reify" },
		{ "6vtable", "vtable" },      { "vtable.shim", "vtable" } };
  if (strncmp (symbol, "_R", 2) && strncmp (symbol, "_ZN", 3))
    return NULL;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (strstr (symbol, parts[i].part))
      return parts[i].kind;
  return NULL;
}

/* Cut what marks a shim off NAME, as the source has it.  False if there is no such
   mark.  */

static bool
cut_mark (char *name)
{
  char *mark = strstr (name, "::{shim:");
  if (!mark)
    mark = strstr (name, "{{reify.shim");
  if (!mark)
    mark = strstr (name, "{{vtable.shim");
  if (mark)
    *mark = '\0';
  return mark != NULL;
}

static int
compare_names (const void *left, const void *right)
{
  const struct named_function *a = left, *b = right;
  int order = strcmp (a->name, b->name);
  return order ? order : audit_compare (a->file, b->file);
}

/* Every function with a mangled name of AUDIT, sorted.  */

static void
name_functions (struct named_functions *functions, const struct audit *audit)
{
  for (uint32_t i = 0; i < audit->files_count; i++)
    for (uint32_t n = 0; n < audit->files[i].elf.functions_count; n++)
      {
	const char *symbol = audit->files[i].elf.functions[n].name;
	char *name = shim_kind (symbol) ? NULL : audit_demangle (symbol);
	if (name)
	  AUDIT_APPEND (functions, list, (struct named_function){ name, i, n });
      }
  if (functions->list_count)
    qsort (functions->list, functions->list_count, sizeof *functions->list,
	   compare_names);
}

static void
free_names (struct named_functions *functions)
{
  for (size_t i = 0; i < functions->list_count; i++)
    free (functions->list[i].name);
  free (functions->list);
}

/* The function called NAME, in FILE if that has one; NULL if there is none.  Generic
   functions of the older names have no arguments: several with one name are none.  */

static const struct named_function *
find_name (const struct named_functions *functions, const char *name,
	   uint32_t file)
{
  size_t at;
  AUDIT_SEARCH (at, functions->list_count,
		strcmp (functions->list[at].name, name) < 0);
  const struct named_function *found = NULL;
  for (; at < functions->list_count && !strcmp (functions->list[at].name, name);
       at++)
    if (!found || (functions->list[at].file == file && found->file != file))
      found = &functions->list[at];
    else if (functions->list[at].file == found->file)
      return NULL;
  return found;
}

static void
add_shim (struct audit *audit, const struct named_functions *functions,
	  uint32_t file, uint32_t number)
{
  const char *symbol = audit->files[file].elf.functions[number].name;
  char *name = audit_demangle (symbol);
  if (name && cut_mark (name))
    {
      const struct named_function *target = find_name (functions, name, file);
      struct audit_shim shim = { .kind = shim_kind (symbol),
				 .file = file,
				 .function = number,
				 .found = target != NULL,
				 .target_file = target ? target->file : 0,
				 .target = target ? target->number : 0 };
      AUDIT_APPEND (audit, shims, shim);
    }
  free (name);
}

/* True if SYMBOL is core::ptr::drop_in_place of some type.  */

static bool
drop_glue_p (const char *symbol)
{
  return (!strncmp (symbol, "_R", 2) && strstr (symbol, "3ptr13drop_in_place"))
	 || !strncmp (symbol, "_ZN4core3ptr", 12);
}

static void
count_drop_glue (struct audit *audit, const struct audit_file *file,
		 uint32_t number)
{
  const char *symbol = file->elf.functions[number].name;
  char *name = drop_glue_p (symbol) ? audit_demangle (symbol) : NULL;
  if (name && !strncmp (name, "core::ptr::drop_in_place", 24))
    {
      audit->drop_glue++;
      if (file->preambles[number].present)
	AUDIT_APPEND (audit, drop_ids, file->preambles[number].id);
    }
  free (name);
}

void
audit_find_rust_shims (struct audit *audit)
{
  struct named_functions functions = { 0 };
  bool any = false;
  for (uint32_t i = 0; i < audit->files_count; i++)
    for (uint32_t n = 0; n < audit->files[i].elf.functions_count; n++)
      {
	count_drop_glue (audit, &audit->files[i], n);
	any |= shim_kind (audit->files[i].elf.functions[n].name) != NULL;
      }
  if (!any)
    return;
  name_functions (&functions, audit);
  for (uint32_t i = 0; i < audit->files_count; i++)
    for (uint32_t n = 0; n < audit->files[i].elf.functions_count; n++)
      if (shim_kind (audit->files[i].elf.functions[n].name))
	add_shim (audit, &functions, i, n);
  free_names (&functions);
}
