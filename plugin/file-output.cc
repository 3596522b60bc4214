/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output once for each assembler file.

   `__kcfi_typeid_' symbols go out as top-level asm: it survives LTO.

	.weak	__kcfi_typeid_memcpy
	.set	__kcfi_typeid_memcpy, 2804386045

   An object for LTO carries a top-level asm that the assembler refuses unless
   the plugin is there at link time and satisfies it: without the plugin the
   calls of such an object would lose their checks in silence.

   The settings record is one string in .comment, where the linker merges equal
   ones: two different ones in a program mean mixed settings.

	.ident	"kcfi: 1 hash=xxHash64 normalize-integers=0 ..."  */

#include "gcc-compat.h"
#include "file-output.h"
#include "base/text.h"
#include "../gimple/ids/record.h"
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

void
kcfi_guard_lto_object (void)
{
  add_toplevel_asm (
      "\t.ifndef " LTO_GUARD_SYMBOL "\n"
      "\t.error \"an object compiled with KCFI is linked with -flto but without"
      " the KCFI plugin: add -fplugin=kcfi, or link with kcfi-gcc\"\n"
      "\t.endif");
}

static void
on_start_unit (void *, void *)
{
  if (asm_out_file && (flag_lto || flag_generate_lto || in_lto_p))
    fprintf (asm_out_file, "\t.set\t" LTO_GUARD_SYMBOL ", 1\n");
}

static void
on_finish_unit (void *, void *)
{
  if (!asm_out_file || seen_error ())
    return;
  struct kcfi_record record
      = { settings->id, settings->arity, kcfi_unit_prefix () };
  struct kcfi_text text = {};
  kcfi_record_print (&text, &record);
  fprintf (asm_out_file, "\t.ident\t\"%s\"\n", text.bytes);
  kcfi_text_free (&text);
}

void
kcfi_file_output_start (const char *plugin_name,
			const struct kcfi_arguments *options)
{
  settings = options;
  register_callback (plugin_name, PLUGIN_START_UNIT, on_start_unit, NULL);
  register_callback (plugin_name, PLUGIN_FINISH_UNIT, on_finish_unit, NULL);
}
