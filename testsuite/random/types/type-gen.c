/* SPDX-License-Identifier: GPL-3.0-or-later */
/* type-gen SEED COUNT [OPTION...]  prints a C file with COUNT random function
   types, for comparing the ids that two compilers give them.

     declare     functions that are declared and whose address is taken: the ids
		 are in __kcfi_typeid_* (the default)
     call        functions that call through a pointer of each type: the ids are
		 in the checks, and those of the callers in preambles
     redeclare   as declare, each function declared again with other words
     qualified   return types may be qualified: for -std=gnu99
     transparent transparent unions: Clang 22 and later name them as we do
     members     unnamed members of tags: the same  */

#include "../chance.h"
#include "make-type.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_declared (const struct c_type *type, unsigned number)
{
  char *name = c_text ("f%u", number);
  printf ("extern %s;\n",
	  c_declaration (type, name, chance_of (30) ? "p" : NULL));
}

/* T call1 (T (*p) (P0, P1), P0 p0, P1 p1) { return p (p0, p1); }  */
static void
print_call (const struct c_type *type, unsigned number)
{
  struct c_type *pointer = c_type_new (C_POINTER, NULL);
  pointer->inner = type;
  struct c_type *caller = c_type_new (C_FUNCTION, NULL);
  *caller = *type;
  caller->variadic = caller->names_bound = false;
  caller->prototyped = true;
  caller->count = type->count + 1;
  caller->parameters = calloc (caller->count, sizeof caller->parameters[0]);
  if (!caller->parameters)
    abort ();
  for (size_t i = 0; i < type->count; i++)
    caller->parameters[i] = type->parameters[i];
  caller->parameters[type->count] = pointer;

  /* Bounds look for `n', the first parameter.  */
  const char *first = type->names_bound ? "n" : "p0";
  caller->names_bound = type->names_bound;
  printf ("%s\n{\n  %s%sp%zu (",
	  c_declaration (caller, c_text ("call%u", number), "p"),
	  c_resolve (type->inner, NULL)->kind == C_VOID ? "" : "return",
	  c_resolve (type->inner, NULL)->kind == C_VOID ? "" : " ",
	  type->count);
  for (size_t i = 0; i < type->count; i++)
    if (i == 0)
      printf ("%s", first);
    else
      printf (", p%zu", i);
  puts (");\n}");
}

int
main (int argc, char **argv)
{
  struct make_options options = { .depth = 5 };
  bool call = false, redeclare = false;
  if (argc < 3)
    {
      fputs ("usage: type-gen SEED COUNT"
	     " [declare|call|redeclare|qualified|transparent|members]...\n",
	     stderr);
      return 2;
    }
  for (int i = 3; i < argc; i++)
    {
      call |= strcmp (argv[i], "call") == 0;
      redeclare |= strcmp (argv[i], "redeclare") == 0;
      options.qualified_results |= strcmp (argv[i], "qualified") == 0;
      options.transparent_unions |= strcmp (argv[i], "transparent") == 0;
      options.unnamed_members |= strcmp (argv[i], "members") == 0;
    }
  options.incomplete_parameters = options.star_bounds = !call;
  options.bounds = !redeclare;
  chance_start (strtoull (argv[1], NULL, 10));
  make_start (&options);

  unsigned count = (unsigned) strtoul (argv[2], NULL, 10);
  const struct c_type **types = calloc (count, sizeof types[0]);
  if (!types)
    abort ();
  for (unsigned i = 0; i < 20; i++)
    make_definition ();
  for (unsigned i = 0; i < count; i++)
    {
      if (chance_of (50))
	make_definition ();
      types[i] = make_prototype ();
      if (call)
	print_call (types[i], i);
      else
	print_declared (types[i], i);
      if (redeclare && i > 0 && chance_of (80))
	{
	  unsigned again = chance_below (i + 1);
	  print_declared (make_compatible (types[again]), again);
	}
    }
  if (!call)
    {
      puts ("void *const table[] = {");
      for (unsigned i = 0; i < count; i++)
	printf ("  (void *) f%u,\n", i);
      puts ("};");
    }
  free (types);
  return 0;
}
