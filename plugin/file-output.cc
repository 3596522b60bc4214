/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output once for each assembler file.

   `__kcfi_typeid_' symbols go out as top-level asm: it survives LTO.

	.weak	__kcfi_typeid_memcpy
	.set	__kcfi_typeid_memcpy, 2804386045

   An object for LTO carries a top-level asm that the assembler refuses unless
   the plugin is there at link time and satisfies it: without the plugin the
   calls of such an object would lose their checks in silence.

   C++ objects for LTO say also how they check virtual calls.  The link has the
   top-level asm of all of them in one file, where the assembler sees if they differ.

   The settings record is one string in .comment, where the linker merges equal
   ones: two different ones in a program mean mixed settings.

	.ident	"kcfi: 1 hash=xxHash64 normalize-integers=0 ..."

   Ids are made when the source is compiled.  So an object for LTO carries its
   record as top-level asm, too, and the link adds its own only if it made ids
   itself, for functions of GCC's: the switches of a link may lack those that only
   change ids (libtool drops them).  */

#include "gcc-compat.h"
#include "file-output.h"
#include "base/text.h"
#include "../gimple/ids/record.h"
#include "../gimple/language.h"
#include "../rtl/preamble.h"
#include "../rtl/unit-target.h"

static const struct kcfi_arguments *settings;

/* Satisfied by the plugin's first line in the assembler file.  */
#define LTO_GUARD_SYMBOL ".Lkcfi_plugin_is_here"

/* True if the assembler name NAME can be part of another symbol unquoted;
   Clang leaves out the others too.  */
static bool
plain_name_p (const char *name)
{
  for (; *name; name++)
    if (!ISALNUM (*name) && *name != '_' && *name != '.')
      return false;
  return true;
}

static void
add_toplevel_asm (const char *text)
{
  symtab->finalize_toplevel_asm (build_string (strlen (text) + 1, text));
}

void
kcfi_declare_typeid (tree symbol, uint32_t id)
{
  const char *prefix
      = IDENTIFIER_POINTER (symbol)[0] == '*' ? "" : user_label_prefix;
  const char *name = targetm.strip_name_encoding (IDENTIFIER_POINTER (symbol));
  if (!plain_name_p (name))
    return;
  struct kcfi_text text = {};
  kcfi_text_printf (&text,
		    "\t.weak\t__kcfi_typeid_%s%s\n"
		    "\t.set\t__kcfi_typeid_%s%s, %u",
		    prefix, name, prefix, name, id);
  add_toplevel_asm (text.bytes);
  kcfi_text_free (&text);
}

/* The link fails if an object of C++ checks virtual calls otherwise than this one.
   A unit of C makes no such call and is in no virtual table.  */
static void
declare_virtual_mode (void)
{
  struct kcfi_text text = {};
  kcfi_text_printf (&text,
		    "\t.ifndef .Lkcfi_virtual_mode\n"
		    "\t.set\t.Lkcfi_virtual_mode, %u\n"
		    "\t.endif\n"
		    "\t.if\t.Lkcfi_virtual_mode != %u\n"
		    "\t.error \"KCFI: an object compiled with virtual=%s is "
		    "linked with -flto with"
		    " one compiled otherwise; compile all C++ files with one "
		    "virtual= mode\"\n"
		    "\t.endif",
		    settings->virtual_mode, settings->virtual_mode,
		    kcfi_virtual_mode_name (settings->virtual_mode));
  add_toplevel_asm (text.bytes);
  kcfi_text_free (&text);
}

/* The record as an assembler line, without a newline; the caller frees it.  */
static char *
make_record_line (void)
{
  struct kcfi_record record
      = { settings->id, settings->choices.arity, kcfi_unit_prefix (),
	  kcfi_unit_language ()->own_mangler, settings->virtual_mode };
  struct kcfi_text text = {};
  kcfi_text_add (&text, "\t.ident\t\"");
  kcfi_record_print (&text, &record);
  kcfi_text_add (&text, "\"");
  return kcfi_text_take (&text);
}

void
kcfi_prepare_lto_object (void)
{
  add_toplevel_asm (
      "\t.ifndef " LTO_GUARD_SYMBOL "\n"
      "\t.error \"an object compiled with KCFI is linked with -flto but without"
      " the KCFI plugin: add -fplugin=kcfi, or link with kcfi-gcc\"\n"
      "\t.endif");
  if (kcfi_unit_language ()->own_mangler)
    declare_virtual_mode ();
  char *line = make_record_line ();
  add_toplevel_asm (line);
  free (line);
}

static void
on_start_unit (void *, void *)
{
  if (asm_out_file && (flag_lto || flag_generate_lto || in_lto_p))
    fprintf (asm_out_file, "\t.set\t" LTO_GUARD_SYMBOL ", 1\n");
}

/* True if this assembler file is to get the record of this run.  */
static bool
needs_own_record_p (void)
{
  if (in_lto_p)
    return kcfi_unmarked_preamble_p ();
  /* With code beside the bytecode the top-level asm is in the file.  */
  return !flag_generate_lto || !flag_fat_lto_objects;
}

static void
on_finish_unit (void *, void *)
{
  if (!asm_out_file || seen_error () || !needs_own_record_p ())
    return;
  char *line = make_record_line ();
  fprintf (asm_out_file, "%s\n", line);
  free (line);
}

void
kcfi_file_output_start (const char *plugin_name,
			const struct kcfi_arguments *options)
{
  settings = options;
  register_callback (plugin_name, PLUGIN_START_UNIT, on_start_unit, NULL);
  register_callback (plugin_name, PLUGIN_FINISH_UNIT, on_finish_unit, NULL);
}
