/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries with a type of their own, in front of the function that they lead to, in its
   section and so close that they share a cache line if the alignment allows it:

	.balign	16
     __cfi_g:
	movl	$ID_OF_G, %eax		a preamble
	nop ... (M of them)
     g:
	endbr64				what an indirect call needs
	jmp	.Lkcfi_function1
	.size	g, .-g
	.set	.Lkcfi_function1, f	not f: a shared library's may be another's
     __cfi_f:
	movl	$ID_OF_F, %eax
     f:

   Only the function itself has them, no copy of it.  */

#include "../plugin/gcc-compat.h"
#include "assembler-label.h"
#include "typed-entries.h"
#include "unit-target.h"
#include "../gimple/typed-entries.h"

/* Numbers the entries of the assembler file.  */
static unsigned entry_count;

/* What is known about all entries of a function.  */
struct function_entries
{
  FILE *file;
  const struct kcfi_preamble *preamble; /* The function's.  */
  bool landing_pads;
};

static bool
landing_pads_p (tree decl)
{
#ifdef TARGET_80387 /* x86 */
  return (flag_cf_protection & CF_BRANCH)
	 && !lookup_attribute ("nocf_check",
			       TYPE_ATTRIBUTES (TREE_TYPE (decl)));
#else
  (void) decl;
  return false;
#endif
}

static const char *
visibility_directive (enum symbol_visibility visibility)
{
  switch (visibility)
    {
    case VISIBILITY_HIDDEN:
      return "hidden";
    case VISIBILITY_INTERNAL:
      return "internal";
    case VISIBILITY_PROTECTED:
      return "protected";
    default:
      return NULL;
    }
}

/* Print the code and the symbol of an entry, whose preamble is PREAMBLE.  */
static void
print_code (struct kcfi_text *text, const struct kcfi_preamble *preamble,
	    const function_entries *entries, enum symbol_visibility visibility)
{
  char label[32], function[32];
  snprintf (label, sizeof label, ".Lkcfi_entry%u", ++entry_count);
  snprintf (function, sizeof function, ".Lkcfi_function%u", entry_count);
  const char *name = preamble->function;
  for (unsigned i = 0; i < preamble->prefix_nops; i++)
    kcfi_text_printf (text, "\t%s\n",
		      kcfi_target->nop ? kcfi_target->nop : "nop");
  kcfi_text_printf (text, "\t.%s\t%s\n", preamble->binding, name);
  if (const char *directive = visibility_directive (visibility))
    kcfi_text_printf (text, "\t.%s\t%s\n", directive, name);
  kcfi_text_printf (text, "\t.type\t%s, %%function\n%s:\n%s:\n", name, name,
		    label);
  struct kcfi_entry entry
      = { preamble->mode, label, function, entries->landing_pads };
  kcfi_target->print_entry (text, &entry);
  kcfi_text_printf (text,
		    "\t.size\t%s, .-%s\n"
		    "\t.set\t%s, %s\n"
		    "\t.balign\t%u\n",
		    name, label, function, entries->preamble->function,
		    preamble->preferred_alignment);
}

static void
print_entry (const kcfi_typed_entry *entry, void *data)
{
  function_entries *entries = (function_entries *) data;
  if (!kcfi_target->print_entry)
    {
      error_at (
	  DECL_SOURCE_LOCATION (current_function_decl),
	  "KCFI on %s cannot serve attribute %<kcfi_entry%> of %qE; write a"
	  " function that calls %qD",
	  kcfi_target->name, entry->symbol, current_function_decl);
      return;
    }
  struct kcfi_preamble preamble = *entries->preamble;
  char *name = kcfi_assembler_label (entry->symbol);
  preamble.has_id = true;
  preamble.id = kcfi_id_in_code (kcfi_target, entry->id);
  preamble.has_virtual_id = false;
  preamble.function = name;
  preamble.binding = entry->weak ? "weak" : "globl";
  struct kcfi_text text = {};
  kcfi_target->print_preamble (&text, &preamble);
  print_code (&text, &preamble, entries, entry->visibility);
  fputs (text.bytes, entries->file);
  kcfi_text_free (&text);
  free (name);
}

void
kcfi_print_typed_entries (FILE *file, tree decl,
			  const struct kcfi_preamble *preamble)
{
  function_entries entries = { file, preamble, landing_pads_p (decl) };
  kcfi_typed_entries (decl, print_entry, &entries);
}
