/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Introducers of slots, computed once for each class.

   BINFO_VIRTUALS of a class or of a base in it is the list of the slots of that
   table, whose nodes cp/cp-tree.h, which only some compilers install, describes:

     TREE_VALUE    BV_FN, the final overrider, or what adjusts its result
     TREE_PURPOSE  BV_DELTA, what a thunk adds to `this'
     TREE_TYPE     BV_VCALL_INDEX, where the rest of the way stands, or NULL
     TREE_LANG_FLAG_0  BV_LOST_PRIMARY, a slot that nobody uses

   The thunk that then stands in the table is known by its symbol only
   (thunk-symbol.h): some are functions by now, without a trace of what they were
   made from.  */

#include "../../plugin/gcc-compat.h"
#include "../../plugin/base/text.h"
#include "thunk-symbol.h"
#include "virtual-slots.h"

/* A function in a table, as introducers_of_entries knows it.  */
typedef hash_map<nofree_string_hash, vec<tree> > entry_map;

struct class_slots
{
  auto_vec<tree> introducers; /* Of its own table.  */
  entry_map *entries; /* What its own methods stand in; NULL before somebody
				 has asked.  */
};

typedef int_hash<unsigned, 0, UINT_MAX> uid_hash;
static hash_map<uid_hash, class_slots *> *known_classes;

static class_slots *slots_of_class (tree class_type);

void
kcfi_virtual_slots_start (void)
{
  known_classes = new hash_map<uid_hash, class_slots *>;
}

/* Look among the bases of BINFO, itself one of CLASS_TYPE or all of it, for the one at
   CLASS_TYPE's address that has most slots, in *FOUND, and how many these are.
   VISITED has the BINFOs that were looked at: a virtual base is one of many.  */
static void
find_primary_base (tree binfo, tree *found, unsigned *most,
		   hash_set<tree> &visited)
{
  if (visited.add (binfo))
    return;
  tree base;
  for (unsigned i = 0; BINFO_BASE_ITERATE (binfo, i, base); i++)
    {
      /* Of a virtual base the offset is that in the whole object.  */
      if (integer_zerop (BINFO_OFFSET (base))
	  && BINFO_VIRTUALS (TYPE_BINFO (BINFO_TYPE (base))))
	{
	  unsigned count
	      = slots_of_class (BINFO_TYPE (base))->introducers.length ();
	  if (count > *most)
	    {
	      *most = count;
	      *found = BINFO_TYPE (base);
	    }
	}
      find_primary_base (base, found, most, visited);
    }
}

/* The base of CLASS_TYPE that shares its virtual table, as a type; NULL_TREE if
   there is none.  It can be a base of a base, if that is virtual and has no data
   (Itanium C++ ABI, 2.4 II).  Of two such bases one is the primary base of the
   other, which has more slots.  */
static tree
primary_base (tree class_type)
{
  tree found = NULL_TREE;
  unsigned most = 0;
  hash_set<tree> visited;
  find_primary_base (TYPE_BINFO (class_type), &found, &most, visited);
  return found;
}

static void
list_introducers (class_slots *slots, tree class_type)
{
  tree primary = primary_base (class_type);
  const auto_vec<tree> *inherited
      = primary ? &slots_of_class (primary)->introducers : NULL;
  unsigned slot = 0;
  for (tree entry = BINFO_VIRTUALS (TYPE_BINFO (class_type)); entry;
       entry = TREE_CHAIN (entry), slot++)
    slots->introducers.safe_push (inherited && slot < inherited->length ()
				      ? (*inherited)[slot]
				      : TREE_VALUE (entry));
}

static class_slots *
slots_of_class (tree class_type)
{
  class_type = TYPE_MAIN_VARIANT (class_type);
  if (class_slots **known = known_classes->get (TYPE_UID (class_type)))
    return *known;
  class_slots *slots = new class_slots ();
  list_introducers (slots, class_type);
  known_classes->put (TYPE_UID (class_type), slots);
  return slots;
}

tree
kcfi_slot_introducer (tree class_type, unsigned slot)
{
  if (!TYPE_BINFO (class_type))
    return NULL_TREE;
  class_slots *slots = slots_of_class (class_type);
  return slot < slots->introducers.length () ? slots->introducers[slot]
					     : NULL_TREE;
}

/* One spelling for what stands in a table; lives as long as the compilation.  */
static char *
entry_key (const struct kcfi_table_entry *entry)
{
  struct kcfi_text text = {};
  kcfi_text_printf (&text, "%ld %ld %s", entry->fixed_offset,
		    entry->virtual_offset, entry->target);
  return kcfi_text_take (&text);
}

static const char *
symbol_of (tree decl)
{
  return targetm.strip_name_encoding (
      IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl)));
}

static void
add_once (vec<tree> &list, tree decl)
{
  if (!list.contains (decl))
    list.safe_push (decl);
}

/* Enter the slot SLOT, a node of BINFO_VIRTUALS, that INTRODUCER introduced.  */
static void
enter_slot (entry_map *entries, tree slot, tree introducer)
{
  struct kcfi_table_entry entry;
  if (!kcfi_read_table_entry (&entry, symbol_of (TREE_VALUE (slot))))
    return;
  entry.fixed_offset += tree_to_shwi (TREE_PURPOSE (slot));
  if (TREE_TYPE (slot))
    entry.virtual_offset
	+= tree_to_shwi (TREE_TYPE (slot)) * (POINTER_SIZE / BITS_PER_UNIT);
  char *key = entry_key (&entry);
  bool existed;
  vec<tree> &introducers = entries->get_or_insert (key, &existed);
  if (existed)
    free (key);
  else
    introducers = vNULL;
  add_once (introducers, introducer);
}

/* Enter what CLASS_TYPE's own methods stand in of the table of BINFO, one of its
   bases or itself, and of BINFO's bases.  */
static void
enter_table (entry_map *entries, tree class_type, tree binfo,
	     hash_set<tree> &visited)
{
  if (visited.add (binfo))
    return;
  unsigned slot = 0;
  for (tree entry = BINFO_VIRTUALS (binfo); entry;
       entry = TREE_CHAIN (entry), slot++)
    {
      tree decl = TREE_VALUE (entry);
      if (TREE_LANG_FLAG_0 (entry) || !DECL_NAME (decl)
	  || TYPE_MAIN_VARIANT (DECL_CONTEXT (decl)) != class_type)
	continue;
      tree introducer = kcfi_slot_introducer (BINFO_TYPE (binfo), slot);
      if (introducer)
	enter_slot (entries, entry, introducer);
    }
  tree base;
  for (unsigned i = 0; BINFO_BASE_ITERATE (binfo, i, base); i++)
    enter_table (entries, class_type, base, visited);
}

bool
kcfi_find_introducers (tree decl, auto_vec<tree> &introducers)
{
  struct kcfi_table_entry entry;
  tree class_type = TYPE_MAIN_VARIANT (DECL_CONTEXT (decl));
  if (!kcfi_read_table_entry (&entry, symbol_of (decl)))
    return false;
  class_slots *slots = slots_of_class (class_type);
  if (!slots->entries)
    {
      slots->entries = new entry_map;
      hash_set<tree> visited;
      enter_table (slots->entries, class_type, TYPE_BINFO (class_type),
		   visited);
    }
  char *key = entry_key (&entry);
  if (vec<tree> *found = slots->entries->get (key))
    for (unsigned i = 0; i < found->length (); i++)
      introducers.safe_push ((*found)[i]);
  free (key);
  return !introducers.is_empty () || entry.covariant;
}
