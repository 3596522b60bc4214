/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The subobjects of an object, and what follows from them: the function that a call
   reaches, and the methods whose slots one thunk may share.  */

#include "hierarchy.h"

#include <stddef.h>
#include <string.h>

static int
add_node (struct lattice *lattice, unsigned number, const struct node *above,
	  bool is_virtual)
{
  for (unsigned i = 0; is_virtual && i < lattice->count; i++)
    {
      const struct node *node = &lattice->nodes[i];
      const struct class *parent
	= node->path_length > 1 ? &classes[node->path[node->path_length - 2]]
				: NULL;
      if (node->class != number || !parent)
	continue;
      for (unsigned j = 0; j < parent->base_count; j++)
	if (parent->bases[j] == number && parent->virtual_base[j])
	  return (int) i;
    }
  unsigned length = above ? above->path_length : 0;
  if (lattice->count == MAX_NODES || length == MAX_PATH)
    return -1;
  unsigned index = lattice->count++;
  struct node *node = &lattice->nodes[index];
  memset (node, 0, sizeof *node);
  node->class = number;
  if (above)
    memcpy (node->path, above->path, length * sizeof node->path[0]);
  node->path[length] = number;
  node->path_length = length + 1;
  node->behind_virtual = is_virtual || (above && above->behind_virtual);
  for (unsigned i = 0; i < classes[number].base_count; i++)
    {
      int base = add_node (lattice, classes[number].bases[i], node,
			   classes[number].virtual_base[i]);
      if (base < 0)
	return -1;
      node->bases[i] = (unsigned) base;
    }
  return (int) index;
}

bool
make_lattice (unsigned number, struct lattice *lattice)
{
  lattice->count = 0;
  return add_node (lattice, number, NULL, false) >= 0;
}

/* True if subobject INNER is OUTER or one of its bases.  */
static bool
contains (const struct lattice *lattice, unsigned outer, unsigned inner)
{
  if (outer == inner)
    return true;
  const struct node *node = &lattice->nodes[outer];
  for (unsigned i = 0; i < classes[node->class].base_count; i++)
    if (contains (lattice, node->bases[i], inner))
      return true;
  return false;
}

bool
class_declares (unsigned number, unsigned method)
{
  return classes[number].declarations[method].declared;
}

int
final_overrider (const struct lattice *lattice, unsigned node, unsigned method)
{
  for (unsigned i = 0; i < lattice->count; i++)
    {
      if (!class_declares (lattice->nodes[i].class, method)
	  || !contains (lattice, i, node))
	continue;
      bool best = true;
      for (unsigned j = 0; j < lattice->count && best; j++)
	if (class_declares (lattice->nodes[j].class, method)
	    && contains (lattice, j, node))
	  best = contains (lattice, i, j);
      if (best)
	return (int) i;
    }
  return -1;
}

unsigned
count_bases (unsigned number, unsigned base)
{
  struct lattice lattice;
  unsigned count = 0;
  make_lattice (number, &lattice);
  for (unsigned i = 0; i < lattice.count; i++)
    count += lattice.nodes[i].class == base;
  return count;
}

/* True if class NUMBER has a slot for METHOD in the table that it shares with a chain
   of only bases.  */
static bool
inherits_slot (unsigned number, unsigned method)
{
  const struct class *class = &classes[number];
  return class->base_count == 1 && !class->virtual_base[0]
	 && (class_declares (class->bases[0], method)
	     || inherits_slot (class->bases[0], method));
}

/* True if class NUMBER's declaration of METHOD may have a slot of its own, not one
   of its base.  */
static bool
may_introduce (unsigned number, unsigned method)
{
  return class_declares (number, method)
	 && (!inherits_slot (number, method)
	     || methods[method].result == RESULT_POINTER
	     || methods[method].result == RESULT_REFERENCE);
}

bool
may_need_two_ids (unsigned method)
{
  for (unsigned i = 0; i < class_count; i++)
    {
      struct lattice lattice;
      bool behind_virtual = false;
      unsigned introducers = 0;
      if (!class_declares (i, method))
	continue;
      make_lattice (i, &lattice);
      for (unsigned j = 1; j < lattice.count; j++)
	{
	  unsigned base = lattice.nodes[j].class;
	  bool first = true;
	  for (unsigned k = 1; k < j; k++)
	    first = first && lattice.nodes[k].class != base;
	  if (!first || !class_declares (base, method))
	    continue;
	  behind_virtual |= lattice.nodes[j].behind_virtual;
	  introducers += may_introduce (base, method);
	}
      if (behind_virtual && introducers > 1)
	return true;
    }
  return false;
}
