/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random C++ types.  */

#include "../chance.h"
#include "cxx-type.h"

#include <stdio.h>

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static void print_function (unsigned depth, bool may_be_qualified);

static void
print_scalar (void)
{
  fputs (choose_first (&scalars, chance_of (60) ? 12 : scalars.count), stdout);
}

static void
print_between (const char *before, unsigned depth, const char *behind)
{
  fputs (before, stdout);
  print_object (depth);
  fputs (behind, stdout);
}

/* What a pointer leads to.  */
static void
print_target (unsigned depth, bool may_be_void)
{
  static const char *const qualifiers[] = { "K<", "V<", "KV<" };
  unsigned choice = chance_below (12);
  if (choice == 0 && may_be_void)
    fputs (chance_of (50) ? "void" : chance_of (50) ? "K<void>" : "KV<void>",
	   stdout);
  else if (choice <= 2 && depth > 0)
    print_function (depth - 1, false);
  else if (choice == 3 && depth > 0)
    {
      bool is_open = chance_of (30);
      print_between (is_open ? "AO<" : "A<", depth - 1, is_open ? ">" : ", 3>");
    }
  else if (choice <= 6)
    print_between (qualifiers[chance_below (3)], depth, ">");
  else
    print_object (depth);
}

/* PATTERN with types for @, scalars for #, function types for %.  */
static void
print_pattern (const char *pattern, unsigned depth)
{
  depth = depth > 0 ? depth - 1 : 0;
  for (; *pattern; pattern++)
    if (*pattern == '@')
      print_object (depth);
    else if (*pattern == '#')
      print_scalar ();
    else if (*pattern == '%')
      print_function (depth, false);
    else
      putchar (*pattern);
}

static void
print_values (void)
{
  unsigned number = chance_below (100);
  switch (chance_below (12))
    {
    case 0:
      printf ("NI<%d>", (int) number - 50);
      break;
    case 1:
      printf ("NL<%dL>", (int) number - 50);
      break;
    case 2:
      printf ("NC<%u>", number);
      break;
    case 3:
      printf ("NB<%s>", number % 2 ? "true" : "false");
      break;
    case 4:
      printf ("NW<%u>", number);
      break;
    case 5:
      printf ("N128<-%u>", number);
      break;
    case 6:
      printf ("NT<%s, %u>", choose_first (&elements, 3), number);
      break;
    case 7:
      printf ("Seq<%s, 1, %u, 3>", choose_first (&elements, 3), number);
      break;
    case 8:
      printf ("NAs<%s, %s>", choose (&values),
	      choose (&values));
      break;
    case 9:
      printf ("N16<%u>", number);
      break;
    case 10:
      printf ("NE<EC::%s>", number % 2 ? "a" : "b");
      break;
    default:
      printf ("NA<%s>", choose (&values));
    }
}

/* A pointer to a member, to data or a function.  */
static void
print_member_pointer (unsigned depth)
{
  printf ("M<%s, ", choose (&classes));
  if (chance_of (60))
    print_function (depth, true);
  else
    print_object (depth);
  putchar ('>');
}

void
print_object (unsigned depth)
{
  unsigned choice = chance_below (depth > 0 ? 24 : 8);
  if (choice < 4 && alias_count && chance_of (50))
    printf ("u%u", chance_below (alias_count));
  else if (choice < 4)
    print_scalar ();
  else if (choice < 6)
    fputs (choose (&names), stdout);
  else if (choice == 6)
    print_values ();
  else if (choice == 7 && with_library)
    fputs (choose (&library_names), stdout);
  else if (choice < 13)
    {
      bool is_restrict = chance_of (10);
      /* GCC keeps the `restrict' of a parameter that comes out of a pack.  */
      bool is_wrapped = is_restrict && is_portable;
      fputs (is_wrapped ? "P<PR<" : is_restrict ? "PR<" : "P<", stdout);
      if (is_restrict)
	print_object (depth - (depth > 0));
      else
	print_target (depth - (depth > 0), true);
      fputs (is_wrapped ? ">>" : ">", stdout);
    }
  else if (choice < 15)
    print_member_pointer (depth - 1);
  else if (choice == 15)
    printf ("%s<%s>", is_portable || chance_of (50) ? "V4" : "E4",
	    choose (&elements));
  else if (choice <= 17 && is_portable)
    print_scalar ();
  else if (choice == 16)
    {
      bool is_pointer = chance_of (40);
      fputs (is_pointer ? "AT<P<" : "AT<", stdout);
      if (is_pointer)
	print_target (depth - 1, true);
      else
	fputs (choose (&elements), stdout);
      fputs (is_pointer ? ">>" : ">", stdout);
    }
  else if (choice == 17)
    printf ("P<AS<%s>>", choose (&elements));
  else if (choice < 20 && with_library)
    print_pattern (choose (&library_templates),
		   depth);
  else
    print_pattern (choose (&templates), depth);
}

static void
print_reference (unsigned depth)
{
  fputs (chance_of (65) ? "R<" : "RR<", stdout);
  print_target (depth, false);
  putchar ('>');
}

static void
print_parameter (unsigned depth)
{
  unsigned choice = chance_below (10);
  if (choice < 3)
    print_reference (depth);
  else if (choice == 3)
    print_between ("K<", depth, ">");
  else if (choice == 4 && depth > 0)
    print_between ("A<K<", depth - 1, ">, 5>");
  else if (choice == 5 && depth > 0)
    print_function (depth - 1, false);
  else
    print_object (depth);
}

static void
print_result (unsigned depth)
{
  if (chance_of (25))
    fputs ("void", stdout);
  else if (chance_of (20))
    print_reference (depth);
  else if (chance_of (10))
    print_between ("K<", depth, ">");
  else
    print_object (depth);
}

void
print_signature (const char *template, unsigned depth)
{
  unsigned count = chance_of (3) ? chance_between (10, 45) : chance_below (5);
  printf ("%s<", template);
  print_result (depth);
  for (unsigned i = 0; i < count; i++)
    {
      fputs (", ", stdout);
      print_parameter (depth);
    }
  putchar ('>');
}

static void
print_function (unsigned depth, bool may_be_qualified)
{
  static const char *const plain[] = { "F", "F", "F", "FZ", "FN", "FN", "FMS" };
  static const char *const qualified[]
    = { "FK", "FV", "FVK", "FR", "FO", "FKR", "FKO", "FKN", "FRN", "FK" };
  if (may_be_qualified && chance_of (60))
    print_signature (qualified[chance_below (LENGTH (qualified))], depth);
  else
    print_signature (plain[chance_below (LENGTH (plain))], depth);
}
