/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of structs, unions and enums, as Clang writes them for C:

     3foo                named, or named by a typedef, at file scope
     3$_0                without a name
     N3fooUt_E           unnamed member of foo
     N3$_03$_1E          unnamed member of an unnamed tag
     Z2fnE3foo           local to fn; ZL2fnE3foo if fn is static
     Z2fnE3foo_0         a second foo in fn
     Z2fnE3$_0           without a name, local to fn
     Z2fnEN3foo3$_0E     unnamed member of the local foo

   Follows CXXNameMangler::mangleNameWithAbiTags, mangleLocalName,
   mangleNestedName and mangleUnqualifiedName of
   clang/lib/AST/ItaniumMangle.cpp.  */

#include "mangler.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Write into NAME, of SIZE bytes, how TAG is called as long as it has no
   number: no tag that has one is.  */
static void
preview_name (char *name, size_t size, const kcfi_type *tag)
{
  snprintf (name, size, "$?%" PRIx64, tag->value);
}

/* The number of the unnamed TAG, by order of first mangling.  One that is
   local to a function counts within the function, but also takes a number from
   those that are not.
   Source: ItaniumMangleContextImpl::getAnonymousStructId.  */
static size_t
unnamed_number (struct kcfi_mangler *mangler, const kcfi_type *tag)
{
  struct kcfi_type_marks *marks = tag->marks;
  if (!marks->has_number)
    {
      size_t *all = kcfi_model_unnamed_tags (mangler->model);
      marks->has_number = true;
      /* With the blank no tag has this name: the counter is apart from those
	 of the discriminators.  */
      if (tag->scope == KCFI_TAG_LOCAL)
	marks->number = (*kcfi_model_counter (
	    mangler->model, tag->function_identity, "unnamed tags"))++;
      else
	marks->number = *all;
      ++*all;
    }
  return marks->number;
}

/* Write the discriminator of the local tag ROOT: nothing for the first of this
   identifier in the function, then _0 ... _9, __10_.  Those named by a typedef
   have no identifier, and so share one count.  Unnamed ones have their number.
   Source: ItaniumMangleContextImpl::getNextDiscriminator.  */
static void
write_discriminator (struct kcfi_mangler *mangler, const kcfi_type *root)
{
  struct kcfi_type_marks *marks = root->marks;
  if (!root->text)
    return;
  if (!marks->has_number && mangler->preview)
    {
      char name[32];
      preview_name (name, sizeof name, root);
      kcfi_text_add (mangler->out, name);
      return;
    }
  if (!marks->has_number)
    {
      const char *identifier = root->name_is_typedef ? NULL : root->text;
      marks->has_number = true;
      marks->number = (*kcfi_model_counter (
	  mangler->model, root->function_identity, identifier))++;
    }
  if (marks->number > 10)
    kcfi_text_printf (mangler->out, "__%zu_", marks->number - 1);
  else if (marks->number > 0)
    kcfi_text_printf (mangler->out, "_%zu", marks->number - 1);
}

/* The outermost tag around TAG.  */
static const kcfi_type *
root_of (const kcfi_type *tag)
{
  while (tag->scope == KCFI_TAG_MEMBER)
    tag = tag->child;
  return tag;
}

/* Write TAG's own name.  An unnamed member is Ut_, however many there are, if
   ROOT, the outermost tag around it, has a name at file scope; otherwise it is
   one of the unnamed.  */
static void
write_unqualified_name (struct kcfi_mangler *mangler, const kcfi_type *tag,
			const kcfi_type *root)
{
  if (tag->text)
    kcfi_write_source_name (mangler, tag->text);
  else if (!root->numbered)
    kcfi_text_add (mangler->out, "Ut_");
  else
    {
      char name[32];
      if (mangler->preview && !tag->marks->has_number)
	preview_name (name, sizeof name, tag);
      else
	snprintf (name, sizeof name, "$_%zu", unnamed_number (mangler, tag));
      kcfi_write_source_name (mangler, name);
    }
}

/* Write the tags around a member, outermost first, PARENT last.  As prefixes
   they are substitutions of their own: in Clang 22 the prefix `3out' of
   N3outUt_E is not the type `3out' (in Clang 16 and 19 it is).  */
static void
write_prefix (struct kcfi_mangler *mangler, const kcfi_type *parent,
	      const kcfi_type *root)
{
  size_t count = 0;
  const kcfi_type *tag = parent;
  bool known = false;
  while (tag)
    {
      known = tag->marks->prefix_run == mangler->run;
      if (known)
	break;
      count++;
      tag = tag == root ? NULL : tag->child;
    }
  if (known)
    kcfi_write_substitution (mangler, tag->marks->prefix_substitution);
  const kcfi_type **tags = kcfi_allocate (count * sizeof *tags);
  tag = parent;
  for (size_t i = count; i--; tag = tag->child)
    tags[i] = tag;
  for (size_t i = 0; i < count; i++)
    {
      write_unqualified_name (mangler, tags[i], root);
      tags[i]->marks->prefix_run = mangler->run;
      tags[i]->marks->prefix_substitution = mangler->substitutions++;
    }
  free (tags);
}

/* Write TAG without the function that it may be local to.  */
static void
write_name (struct kcfi_mangler *mangler, const kcfi_type *tag,
	    const kcfi_type *root)
{
  if (tag == root)
    {
      write_unqualified_name (mangler, tag, root);
      return;
    }
  kcfi_text_add (mangler->out, "N");
  write_prefix (mangler, tag->child, root);
  write_unqualified_name (mangler, tag, root);
  kcfi_text_add (mangler->out, "E");
}

void
kcfi_write_local_name (struct kcfi_mangler *mangler, const kcfi_type *tag)
{
  const kcfi_type *root = root_of (tag);
  write_name (mangler, tag, root);
  write_discriminator (mangler, root);
}

void
kcfi_write_tag (struct kcfi_mangler *mangler, const kcfi_type *tag)
{
  const kcfi_type *root = root_of (tag);
  if (root->scope != KCFI_TAG_LOCAL)
    {
      write_name (mangler, tag, root);
      return;
    }
  kcfi_text_add (mangler->out, root->function_is_static ? "ZL" : "Z");
  kcfi_write_source_name (mangler, root->function);
  kcfi_mangler_push (mangler, (struct kcfi_step){ .what = KCFI_WRITE_LOCAL_NAME,
						  .type = tag });
  kcfi_mangler_push (
      mangler, (struct kcfi_step){ .what = KCFI_WRITE_TEXT, .text = "E" });
  /* Clang takes a function with an assembler name for one that is mangled, and
     writes its parameters (MangleContext::shouldMangleDeclName).  */
  if (root->function_type)
    kcfi_mangler_push_parameters (mangler, root->function_type);
}
