/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections of code, as far as the table of trap sites needs to tell them apart:
   each entry must be linked to the section of its check, so that the linker
   keeps or drops both.

   The assembler is given a label in that section, not its name: GCC accepts names
   that the assembler takes in `.section' but not as a symbol ("my-section",
   ".text.a+b"), and one name can be that of two sections, with and without
   SHF_GNU_RETAIN.  It must be the same label for all checks of a section, for the
   assembler makes a table of its own for each label.  */

#include "../plugin/gcc-compat.h"
#include "code-section.h"

/* The first checks, by what makes a section in the assembler's eyes.  */
static hash_map<nofree_string_hash, unsigned> *first_checks;

/* The name of the section that the code of BLOCK goes to.  */
static const char *
section_name (basic_block block)
{
  bool cold
      = crtl->has_bb_partition && BB_PARTITION (block) == BB_COLD_PARTITION;
  /* function_section would answer for the function that was printed last.  */
  bool saved = in_cold_section_p;
  in_cold_section_p = cold;
  section *place = current_function_section ();
  in_cold_section_p = saved;
  if (SECTION_STYLE (place) == SECTION_NAMED)
    return place->named.name;
  return ".text";
}

const char *
kcfi_comdat_group (void)
{
  symtab_node *node = symtab_node::get (current_function_decl);
  tree group = node ? node->get_comdat_group_id () : NULL_TREE;
  return group ? IDENTIFIER_POINTER (group) : NULL;
}

/* A section's flags change with the function that is printed (switch_to_section
   in varasm.c): whether it is retained is asked of the function.  */
unsigned
kcfi_first_check_in_section (basic_block block, unsigned number)
{
  const char *group = kcfi_comdat_group ();
  bool retained
      = lookup_attribute ("retain", DECL_ATTRIBUTES (current_function_decl));
  char *key = concat (retained ? "R" : "-", group ? group : "", ",",
		      section_name (block), NULL);
  if (!first_checks)
    first_checks = new hash_map<nofree_string_hash, unsigned>;
  bool known;
  unsigned &first = first_checks->get_or_insert (key, &known);
  if (known)
    free (key);
  else
    first = number;
  return first;
}
