/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, signatures and the places that pointers are kept in.  */

#include "../chance.h"
#include "../line.h"
#include "program.h"

#include <stdio.h>

#define LENGTH(ARRAY) (sizeof (ARRAY) / sizeof (ARRAY)[0])

struct signature signatures[12];
unsigned signature_count;
unsigned record_count;

static const char *const scalars[]
  = { "int", "unsigned", "long", "unsigned char", "short", "unsigned long",
      "char", "long long", "_Bool", "unsigned short" };

static const char *const floatings[] = { "double", "float", "long double" };

void
print_type (struct value_type type)
{
  switch (type.kind)
    {
    case VALUE_VOID:
      printf ("void ");
      break;
    case VALUE_SCALAR:
      printf ("%s ", scalars[type.number]);
      break;
    case VALUE_FLOATING:
      printf ("%s ", floatings[type.number]);
      break;
    case VALUE_RECORD:
      printf ("struct r%u ", type.number);
      break;
    case VALUE_REFERENCE:
      printf ("const struct r%u *", type.number);
      break;
    case VALUE_FUNCTION:
      printf ("sig%u *", type.number);
      break;
    }
}

/* struct rN, make_rN (seed) and sum_rN (pointer).  */
static void
make_record (unsigned number)
{
  unsigned count = chance_between (1, 4);
  const char *types[4];
  unsigned lengths[4];
  printf ("struct r%u\n{\n", number);
  for (unsigned i = 0; i < count; i++)
    {
      bool floating = chance_of (25);
      types[i] = floating ? floatings[chance_below (2)]
			  : scalars[chance_below (8)];
      lengths[i] = chance_of (70) ? 1 : chance_between (2, 20);
      line ("%s m%u[%u];", types[i], i, lengths[i]);
    }
  printf ("};\nstatic struct r%u\nmake_r%u (unsigned long seed)\n{\n", number,
	  number);
  line ("struct r%u r;", number);
  line ("memset (&r, 0, sizeof r);");
  for (unsigned i = 0; i < count; i++)
    line ("for (unsigned i = 0; i < %u; i++) r.m%u[i] = (%s) ((seed + i * %uu)"
	  " & 127);",
	  lengths[i], i, types[i], chance_between (1, 99));
  printf ("  return r;\n}\nstatic void\nsum_r%u (const struct r%u *r)\n{\n",
	  number, number);
  for (unsigned i = 0; i < count; i++)
    line ("for (unsigned i = 0; i < %u; i++) add ((unsigned long) (long)"
	  " r->m%u[i]);",
	  lengths[i], i);
  printf ("}\nstatic const struct r%u shared_r%u = { .m0 = { %u } };\n", number,
	  number, chance_between (1, 99));
}

static struct value_type
make_value_type (unsigned signatures_before, bool result)
{
  struct value_type type = { VALUE_SCALAR, 0 };
  unsigned choice = chance_below (20);
  if (result && choice < 4)
    type.kind = VALUE_VOID;
  else if (choice < 7 && record_count)
    {
      type.kind = VALUE_RECORD;
      type.number = chance_below (record_count);
    }
  else if (choice < 9 && signatures_before)
    {
      type.kind = VALUE_FUNCTION;
      type.number = chance_below (signatures_before);
    }
  else if (choice < 10 && record_count)
    {
      type.kind = VALUE_REFERENCE;
      type.number = chance_below (record_count);
    }
  else if (choice < 12)
    {
      type.kind = VALUE_FLOATING;
      type.number = chance_below (LENGTH (floatings));
    }
  else
    type.number = chance_below (chance_of (60) ? 2 : LENGTH (scalars));
  return type;
}

static void
print_signature (const struct signature *signature, bool names)
{
  printf ("(");
  for (unsigned i = 0; i < signature->parameter_count; i++)
    {
      if (i)
	printf (", ");
      print_type (signature->parameters[i]);
      if (names)
	printf ("p%u", i);
    }
  if (signature->parameter_count == 0)
    printf ("void");
  printf ("%s)", signature->variadic ? ", ..." : "");
}

static void
make_signature (unsigned number)
{
  struct signature *signature = &signatures[number];
  signature->result = make_value_type (number, true);
  signature->parameter_count
    = chance_of (15) ? chance_between (5, MAX_PARAMETERS) : chance_below (4);
  for (unsigned i = 0; i < signature->parameter_count; i++)
    signature->parameters[i] = make_value_type (number, false);
  signature->variadic = chance_of (12);
  if (signature->variadic)
    {
      if (signature->parameter_count == 0)
	signature->parameter_count = 1;
      signature->parameters[signature->parameter_count - 1]
	= (struct value_type) { VALUE_SCALAR, 0 };
    }
  signature->function_count = chance_between (1, MAX_FUNCTIONS);
  printf ("typedef ");
  print_type (signature->result);
  printf ("sig%u ", number);
  print_signature (signature, false);
  printf (";\n");
}

void
make_types (void)
{
  record_count = chance_between (1, 5);
  for (unsigned i = 0; i < record_count; i++)
    make_record (i);
  signature_count = chance_between (3, LENGTH (signatures));
  for (unsigned i = 0; i < signature_count; i++)
    make_signature (i);
}

void
print_head (unsigned signature, unsigned function)
{
  print_type (signatures[signature].result);
  printf ("\nf%u_%u ", signature, function);
  print_signature (&signatures[signature], true);
  printf ("\n");
}

static void
print_table (unsigned number, const char *how, const char *name)
{
  const struct signature *signature = &signatures[number];
  printf ("static sig%u *%s %s%u[4] = {", number, how, name, number);
  for (unsigned i = 0; i < 4; i++)
    printf (" f%u_%u,", number, chance_below (signature->function_count));
  puts (" };");
}

void
print_places (void)
{
  static const char *const how[]
    = { "static", "static", "static __attribute__ ((noinline))",
	"static __attribute__ ((noinline, noclone))", "", "",
	"__attribute__ ((noinline))", "static __attribute__ ((cold))",
	"__attribute__ ((hot))",
	"__attribute__ ((section (\".text.other\")))",
	"static __attribute__ ((flatten))",
	"__attribute__ ((aligned (64)))", "__attribute__ ((weak))",
	"__attribute__ ((visibility (\"hidden\")))" };
  for (unsigned i = 0; i < signature_count; i++)
    for (unsigned j = 0; j < signatures[i].function_count; j++)
      printf ("%s sig%u f%u_%u;\n", how[chance_below (LENGTH (how))], i, i, j);
  for (unsigned i = 0; i < signature_count; i++)
    {
      print_table (i, "const", "fixed");
      print_table (i, "", "table");
      printf ("static sig%u *volatile variable%u = f%u_0;\n", i, i, i);
    }
  puts ("struct operations\n{");
  for (unsigned i = 0; i < signature_count; i++)
    line ("sig%u *%s%u;", i, "member", i);
  puts ("};\nunion pointer\n{");
  for (unsigned i = 0; i < signature_count; i++)
    line ("sig%u *u%u;", i, i);
  puts ("  void *any;\n};");
  static const char *const places[] = { "static const", "static", "" };
  for (unsigned copy = 0; copy < 3; copy++)
    {
      printf ("%s struct operations operations%u = {\n", places[copy], copy);
      for (unsigned i = 0; i < signature_count; i++)
	line (".member%u = f%u_%u,", i, i,
	      chance_below (signatures[i].function_count));
      puts ("};");
    }
  puts ("static union pointer shared_pointer;");
}
