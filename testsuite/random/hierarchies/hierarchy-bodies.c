/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the functions of the classes do.  */

#include "../chance.h"
#include "../line.h"
#include "hierarchy.h"

#include <stdio.h>

/* A virtual call of one of its own methods; in a constructor not of a pure one.  */
static void
print_own_call (unsigned number, bool living)
{
  unsigned method = chance_below (method_count);
  const struct declaration *declaration = &classes[number].declarations[method];
  if (!declaration->declared || (living && declaration->pure))
    return;
  printf ("    ");
  if (classes[number].place != PLACE_LOCAL && chance_of (60))
    {
      printf ("call_%u (self ARGUMENTS_%u);\n", method, method);
      return;
    }
  printf ("(");
  print_object (number, method, "self", true);
  printf (").%s", methods[method].name);
  print_arguments (method);
  puts (";");
}

/* A call through one of its bases: of what a constructor reaches then.  */
static void
print_base_call (unsigned number, bool living)
{
  struct lattice lattice;
  make_lattice (number, &lattice);
  if (lattice.count == 1)
    return;
  const struct node *node = &lattice.nodes[chance_between (1, lattice.count - 1)];
  unsigned method = chance_below (method_count);
  if (!classes[node->class].declarations[method].declared)
    return;
  int overrider
    = final_overrider (&lattice, (unsigned) (node - lattice.nodes), method);
  unsigned reached = lattice.nodes[overrider].class;
  if (living && classes[reached].declarations[method].pure)
    return;
  printf ("    call_%u (", method);
  print_path (node, 1, "self");
  printf (" ARGUMENTS_%u);\n", method);
}

/* A call of the function of a base, by its qualified name.  */
static void
print_qualified_call (unsigned number)
{
  const struct class *class = &classes[number];
  if (class->base_count == 0)
    return;
  unsigned base = class->bases[chance_below (class->base_count)];
  unsigned method = chance_below (method_count);
  const struct declaration *declaration = &classes[base].declarations[method];
  if (!declaration->declared || declaration->pure)
    return;
  printf ("    (");
  print_object (number, method, "self", true);
  printf (").");
  print_class_name (base);
  printf ("::%s", methods[method].name);
  print_arguments (method);
  puts (";");
}

/* A call of an object somewhere else.  */
static void
print_far_call (unsigned number)
{
  unsigned other = chance_below (number + 1);
  unsigned method = chance_below (method_count);
  if (classes[other].place == PLACE_LOCAL
      || !classes[other].declarations[method].declared)
    return;
  line ("  if (known_%u)", other);
  line ("    call_%u (*known_%u ARGUMENTS_%u);", method, other, method);
}

void
print_calls (unsigned number, bool living)
{
  unsigned count = chance_below (4);
  line ("  C%u_SELF", number);
  line ("  if (budget > 0) {");
  /* What a constructor of an abstract class calls must call nothing in turn.  */
  bool last = living && classes[number].abstract;
  line (last ? "  int saved = budget - 1; budget = 0;" : "  budget--;");
  for (unsigned i = 0; i < count; i++)
    switch (chance_below (living ? 2 : 4))
      {
      case 0:
	print_own_call (number, living);
	break;
      case 1:
	print_base_call (number, living);
	break;
      case 2:
	print_qualified_call (number);
	break;
      default:
	print_far_call (number);
	break;
      }
  if (last)
    line ("  budget = saved;");
  line ("  }");
}

/* What of an object goes into the sum.  */
static void
print_data (unsigned number)
{
  if (classes[number].data)
    line ("  add (self.d%u); self.d%u += 3;",
	  classes[number].twin ? number - 1 : number,
	  classes[number].twin ? number - 1 : number);
}

static void
print_return (unsigned method)
{
  switch (methods[method].result)
    {
    case RESULT_INT:
    case RESULT_LONG:
      line ("  return (int) (sum & 511);");
      return;
    case RESULT_POINTER:
      if (chance_of (20))
	line ("  if (sum & 1) return nullptr;");
      line ("  return &self;");
      return;
    case RESULT_REFERENCE:
      line ("  return self;");
      return;
    }
}

void
print_body (unsigned number, unsigned method)
{
  const struct method *m = &methods[method];
  line ("{");
  line ("  enter (\"C%u::%s\", C%u_NUMBER);", number, m->name, number);
  if (m->nothrow)
    line ("  quiet_scope quiet_here;");
  for (unsigned i = 0; i < m->parameter_count; i++)
    print_mix (method, i);
  print_calls (number, false);
  print_data (number);
  if (use_exceptions && !m->nothrow && chance_of (25))
    line ("  if (!quiet && (sum & 7) == 3) throw (int) (sum & 15);");
  print_return (method);
  line ("}");
}
