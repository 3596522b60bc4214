/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects, and what is done with them.  */

#include "../chance.h"
#include "../line.h"
#include "hierarchy.h"

#include <stdio.h>

/* The object that a function uses: `o', a reference to class STATIC_CLASS.  */
static unsigned static_class;
static struct lattice lattice;

static const struct node *
choose_node (void)
{
  return &lattice.nodes[chance_below (lattice.count)];
}

/* A method that NODE's class declares; -1 if there is none.  */
static int
choose_method (const struct node *node)
{
  unsigned first = chance_below (method_count);
  for (unsigned i = 0; i < method_count; i++)
    {
      unsigned method = (first + i) % method_count;
      if (classes[node->class].declarations[method].declared)
	return (int) method;
    }
  return -1;
}

static void
print_call_by_function (const struct node *node, unsigned method)
{
  printf ("  add (call_%u (", method);
  print_path (node, 1, "o");
  printf (" ARGUMENTS_%u));\n", method);
}

static void
print_call_here (const struct node *node, unsigned method)
{
  printf ("  { ");
  print_class_name (node->class);
  printf (" &b = ");
  print_path (node, 1, "o");
  printf ("; (");
  print_object (node->class, method, "b", false);
  printf (").%s", methods[method].name);
  print_arguments (method);
  puts ("; }");
}

/* The type of a pointer to METHOD as class NUMBER has it, as a member of class
   OWNER.  */
static void
print_member_pointer (unsigned number, unsigned owner, unsigned method,
		      const char *name)
{
  if (methods[method].result == RESULT_LONG)
    printf ("long ");
  print_result (number, method, false);
  printf ("(");
  print_class_name (owner);
  printf ("::*%s)", name);
  print_parameters (method, false);
}

/* Calls through a pointer to member.  Not with covariant results: the function's
   own type has another result then, and its type id is another (doc/cxx.md).  */
static void
print_member_call (const struct node *node, unsigned method)
{
  unsigned number = node->class;
  if (methods[method].result == RESULT_POINTER
      || methods[method].result == RESULT_REFERENCE)
    {
      print_call_by_function (node, method);
      return;
    }
  bool derived = node->path_length > 1 && !node->behind_virtual
		 && count_bases (static_class, number) == 1 && chance_of (50);
  printf ("  { ");
  print_member_pointer (number, derived ? static_class : number, method, "p");
  printf (" = ");
  printf ("pass<");
  print_member_pointer (number, number, method, "");
  printf ("> (&");
  print_class_name (number);
  printf ("::%s);\n    ", methods[method].name);
  print_class_name (derived ? static_class : number);
  printf (" &b = ");
  if (derived)
    printf ("o");
  else
    print_path (node, 1, "o");
  printf ("; add ((");
  print_object (derived ? static_class : number, method, "b", false);
  printf (".*p)");
  print_arguments (method);
  puts ("); }");
}

/* What the object is, seen from NODE.  */
static void
print_query (const struct node *node)
{
  unsigned target = chance_below (class_count);
  if (!use_rtti || !classes[node->class].polymorphic)
    return;
  if (chance_of (30))
    {
      printf ("  puts (typeid (");
      print_path (node, 1, "o");
      puts (").name ());");
      return;
    }
  unsigned count = count_bases (node->class, target);
  if (classes[target].place == PLACE_LOCAL || count > 1)
    return;
  printf ("  { ");
  print_class_name (target);
  printf (" *t = dynamic_cast<");
  print_class_name (target);
  printf (" *> (pass (&");
  print_path (node, 1, "o");
  printf (")); add (t != nullptr);");
  if (classes[target].data)
    printf (" if (t) add (t->d%u);",
	    classes[target].twin ? target - 1 : target);
  puts (" }");
}

static void
print_statement (void)
{
  const struct node *node = choose_node ();
  int method = choose_method (node);
  line ("budget = %u;", chance_between (2, 12));
  if (method < 0)
    {
      print_query (node);
      return;
    }
  switch (chance_below (6))
    {
    case 0:
    case 1:
      print_call_by_function (node, (unsigned) method);
      break;
    case 2:
    case 3:
      print_call_here (node, (unsigned) method);
      break;
    case 4:
      print_member_call (node, (unsigned) method);
      break;
    default:
      print_query (node);
      break;
    }
}

/* Others may find the object while this function runs.  */
static void
print_known (void)
{
  const struct node *node = choose_node ();
  printf ("  known_scope<");
  print_class_name (node->class);
  printf ("> known (known_%u, ", node->class);
  print_path (node, 1, "o");
  puts (");");
}

static void
print_delete (unsigned number)
{
  printf ("  delete ");
  const struct node *node = choose_node ();
  if (classes[node->class].virtual_destructor && chance_of (70))
    {
      printf ("&");
      print_path (node, 1, "o");
      puts (";");
    }
  else if (classes[number].place != PLACE_LOCAL
	   || classes[static_class].virtual_destructor)
    puts ("&o;");
  else
    puts ("static_cast<char *> (nullptr);");
}

/* use_N: an object of class NUMBER on the heap, on the stack, or for good.  */
static void
print_use (unsigned number)
{
  const struct class *class = &classes[number];
  bool local = class->place == PLACE_LOCAL;
  static_class = local ? class->bases[0] : number;
  make_lattice (static_class, &lattice);
  unsigned kind = local ? 0 : chance_below (4);
  printf ("static %svoid\nuse_%u ()\n{\n", chance_of (50) ? "NOINLINE " : "",
	  number);
  printf ("  ");
  print_class_name (static_class);
  if (local)
    printf (" &o = *make_%u ();\n", number);
  else if (kind < 2)
    {
      printf (" &o = *new ");
      print_class_name (number);
      puts (";");
    }
  else if (kind == 2)
    puts (" o;");
  else
    printf (" array[2], &o = array[%u];\n", chance_below (2));
  line ("{");
  if (chance_of (60))
    print_known ();
  for (unsigned i = chance_between (3, 10); i > 0; i--)
    print_statement ();
  line ("}");
  line ("budget = 3;");
  if (kind < 2)
    print_delete (number);
  puts ("}\n");
}

void
print_uses (void)
{
  for (unsigned i = 0; i < class_count; i++)
    if (!classes[i].abstract)
      print_use (i);
}

void
print_use_calls (void)
{
  for (unsigned i = 0; i < class_count; i++)
    if (!classes[i].abstract)
      line ("STEP (use_%u ());", i);
}
