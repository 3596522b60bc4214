/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: values of each type, arguments, pointers to functions.  */

#include "../chance.h"
#include "../line.h"
#include "program.h"

#include <stdio.h>

/* An unsigned long without side effects.  */
static void
print_number (const struct signature *within)
{
  for (unsigned i = 0; within && i < within->parameter_count; i++)
    if (within->parameters[i].kind == VALUE_SCALAR && chance_of (30))
      {
	printf ("((unsigned long) p%u * %uu + sum)", i, chance_between (1, 9));
	return;
      }
  if (chance_of (40))
    printf ("(sum >> %u)", chance_below (30));
  else
    printf ("%uul", chance_below (100000));
}

void
print_value (struct value_type type, const struct signature *within)
{
  for (unsigned i = 0; within && i < within->parameter_count; i++)
    if (within->parameters[i].kind == type.kind
	&& within->parameters[i].number == type.number && chance_of (40))
      {
	printf ("p%u", i);
	return;
      }
  switch (type.kind)
    {
    case VALUE_VOID:
      printf ("(void) 0");
      break;
    case VALUE_SCALAR:
      printf ("(");
      print_type (type);
      printf (") ");
      print_number (within);
      break;
    case VALUE_FLOATING:
      printf ("(");
      print_type (type);
      printf (") (");
      print_number (within);
      printf (" & 4095) / 4");
      break;
    case VALUE_RECORD:
      printf ("make_r%u (", type.number);
      print_number (within);
      printf (")");
      break;
    case VALUE_REFERENCE:
      printf ("&shared_r%u", type.number);
      break;
    case VALUE_FUNCTION:
      print_pointer (type.number, within);
      break;
    }
}

void
print_arguments (const struct signature *callee,
		 const struct signature *within)
{
  unsigned further = callee->variadic ? chance_below (4) : 0;
  for (unsigned i = 0; i < callee->parameter_count; i++)
    {
      if (i)
	printf (", ");
      if (callee->variadic && i + 1 == callee->parameter_count)
	printf ("%u", further);
      else
	print_value (callee->parameters[i], within);
    }
  for (unsigned i = 0; i < further; i++)
    {
      printf (", (int) ");
      print_number (within);
    }
}

void
print_mix (struct value_type type, const char *name)
{
  switch (type.kind)
    {
    case VALUE_VOID:
      break;
    case VALUE_SCALAR:
      line ("add ((unsigned long) %s);", name);
      break;
    case VALUE_FLOATING:
      line ("add ((unsigned long) (long) %s);", name);
      break;
    case VALUE_RECORD:
      line ("sum_r%u (&%s);", type.number, name);
      break;
    case VALUE_REFERENCE:
      line ("sum_r%u (%s);", type.number, name);
      break;
    case VALUE_FUNCTION:
      line ("add (%s != 0);", name);
      break;
    }
}

void
print_pointer (unsigned signature, const struct signature *within)
{
  for (unsigned i = 0; within && i < within->parameter_count; i++)
    if (within->parameters[i].kind == VALUE_FUNCTION
	&& within->parameters[i].number == signature && chance_of (50))
      {
	printf ("p%u", i);
	return;
      }
  switch (chance_below (8))
    {
    case 0:
      printf ("f%u_%u", signature,
	      chance_below (signatures[signature].function_count));
      break;
    case 1:
      printf ("fixed%u[", signature);
      print_number (within);
      printf (" & 3]");
      break;
    case 2:
    case 3:
      printf ("table%u[", signature);
      print_number (within);
      printf (" & 3]");
      break;
    case 4:
      printf ("variable%u", signature);
      break;
    case 5:
      printf ("operations%u.member%u", chance_below (3), signature);
      break;
    case 6:
      printf ("(sum & %u ? f%u_%u : *table%u)", 1u << chance_below (8),
	      signature, chance_below (signatures[signature].function_count),
	      signature);
      break;
    default:
      printf ("any_operations (%u)->member%u", chance_below (3), signature);
      break;
    }
}
