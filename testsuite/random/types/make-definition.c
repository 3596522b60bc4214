/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random definitions: tags, enums, typedefs, vectors.  */

#include "../chance.h"
#include "make-parts.h"

#include <stdio.h>

static const char *const vector_elements[]
  = { "char", "unsigned char", "short", "int", "unsigned", "long",
      "unsigned long long", "float", "double", "signed char" };

/* No two names are the same, as each has a number.  */
static unsigned next_number;

static const char *
new_name (const char *prefix)
{
  unsigned number = next_number++;
  if (chance_of (2))
    return c_text ("%s%u_%0*u", prefix, number, (int) chance_between (20, 300),
		   number);
  if (chance_of (2))
    return c_text ("%s%u_\xc3\xa4\xe6\xbc\xa2", prefix, number);
  if (chance_of (2))
    return c_text ("%s$%u", prefix, number);
  return c_text ("%s%u", prefix, number);
}

/* The members of a struct or union between braces.  */
static char *
make_members (void)
{
  char *text = c_text ("{ ");
  unsigned count = chance_between (1, 4);
  for (unsigned i = 0; i < count; i++)
    {
      const struct c_type *type = make_qualified (make_object (2));
      text = c_text ("%s%s; ", text,
		     c_declaration (type, c_text ("m%u", i), NULL));
    }
  return c_text ("%s}", text);
}

static char *
make_enumerators (void)
{
  unsigned number = next_number++;
  if (chance_of (20))
    return c_text ("{ EN%u = -1, EM%u = 5 }", number, number);
  if (chance_of (10))
    return c_text ("{ EN%u = 0x7fffffffffffL }", number);
  return c_text ("{ EN%u, EM%u }", number, number);
}

static void
define_tag (void)
{
  const char *keyword = chance_of (60) ? "struct" : "union";
  const char *name = new_name ("t");
  struct c_type *tag = c_type_new (C_TAG, c_text ("%s %s", keyword, name));
  switch (chance_below (5))
    {
    case 0:
      printf ("%s %s;\n", keyword, name);
      break;
    case 1:
      {
	/* A tag inside another one has the scope of the file.  */
	const char *inner = new_name ("t");
	printf ("%s %s { struct %s %s in; };\n", keyword, name, inner,
		make_members ());
	struct c_type *nested
	  = c_type_new (C_TAG, c_text ("struct %s", inner));
	nested->complete = tag->complete = true;
	make_known (nested);
	break;
      }
    case 2:
      if (make_options.unnamed_members)
      {
	/* A member of an unnamed type, named by __typeof__.  */
	printf ("%s %s { struct %s in; };\n", keyword, name, make_members ());
	const char *words
	  = c_text ("__typeof__ (((%s *) 0)->in)", tag->words);
	struct c_type *member = c_type_new (C_TAG, words);
	member->complete = tag->complete = true;
	make_known (member);
	break;
      }
      /* FALLTHRU */
    default:
      printf ("%s %s %s;\n", keyword, name, make_members ());
      tag->complete = true;
    }
  make_known (tag);
}

static void
define_enum (void)
{
  const char *name = new_name ("e");
  printf ("enum %s %s;\n", name, make_enumerators ());
  make_known (c_type_new (C_SCALAR, c_text ("enum %s", name)));
}

static void
add_typedef (const char *name, const struct c_type *meaning,
	     const char *attributes)
{
  struct c_type *type = c_type_new (C_TYPEDEF, name);
  type->inner = meaning;
  type->attributes = attributes;
  make_known (type);
}

/* typedef struct { ... } NAME, *NAMEp;  the tag is called NAME.  */
static void
define_unnamed_tag (void)
{
  const char *name = new_name ("u");
  struct c_type *tag = c_type_new (C_TAG, name);
  tag->complete = true;
  if (chance_of (30))
    {
      printf ("typedef enum %s %s, *%sp;\n", make_enumerators (), name, name);
      tag->kind = C_SCALAR;
    }
  else
    printf ("typedef %s %s %s, *%sp;\n", chance_of (60) ? "struct" : "union",
	    make_members (), name, name);
  make_known (tag);
  add_typedef (c_text ("%sp", name), make_pointer (tag), NULL);
}

static void
define_transparent_union (void)
{
  const char *name = new_name ("tu");
  printf ("union %s { %s; %s; } __attribute__ ((transparent_union));\n", name,
	  c_declaration (make_pointer (make_target (2)), "m0", NULL),
	  c_declaration (make_pointer (make_target (1)), "m1", NULL));
  struct c_type *tag = c_type_new (C_TAG, c_text ("union %s", name));
  tag->complete = true;
  make_known (tag);
}

static void
define_vector (void)
{
  const char *name = new_name ("v");
  const char *element
    = vector_elements[chance_below (LENGTH (vector_elements))];
  printf ("typedef %s %s __attribute__ ((vector_size (%u)));\n", element, name,
	  8u << chance_below (4));
  make_known (c_type_new (C_VECTOR, name));
}

/* An integer or floating type by its machine mode, or with an attribute that
   makes no other type.  */
static void
define_with_attribute (void)
{
  static const char *const modes[]
    = { "int|QI", "int|HI", "int|SI", "int|DI", "int|TI", "unsigned|QI",
	"unsigned|HI", "unsigned|SI", "unsigned|DI", "float|SF", "float|DF",
	"int|byte", "int|word", "unsigned|pointer", "float|XF", "float|TF" };
  const char *name = new_name ("a");
  if (chance_of (50))
    {
      const char *mode = modes[chance_below (LENGTH (modes))];
      const char *bar = mode;
      while (*bar != '|')
	bar++;
      printf ("typedef %.*s %s __attribute__ ((mode (%s)));\n",
	      (int) (bar - mode), mode, name, bar + 1);
      make_known (c_type_new (C_SCALAR, name));
      return;
    }
  const struct c_type *type = make_object (1);
  const char *attribute = chance_of (50) ? "aligned (1)" : "may_alias";
  printf ("typedef %s __attribute__ ((%s));\n", c_declaration (type, name, NULL),
	  attribute);
  add_typedef (name, type, attribute);
}

static void
define_typedef (void)
{
  const struct c_type *type;
  switch (chance_below (6))
    {
    case 0:
      type = make_function (2, false);
      break;
    case 1:
      type = make_array (2, true);
      break;
    case 2:
      type = make_qualified (make_target (2));
      break;
    default:
      type = make_qualified (make_object (3));
    }
  const char *name = new_name ("d");
  const char *attributes = NULL;
  if (type->kind == C_POINTER && type->inner->kind == C_FUNCTION
      && chance_of (20))
    attributes = "noreturn";
  printf ("typedef %s%s;\n", c_declaration (type, name, NULL),
	  attributes ? " __attribute__ ((noreturn))" : "");
  add_typedef (name, type, attributes);
}

void
make_definition (void)
{
  unsigned choice = chance_below (20);
  if (choice < 5)
    define_tag ();
  else if (choice < 7)
    define_enum ();
  else if (choice < 9)
    define_unnamed_tag ();
  else if (choice < 10)
    define_vector ();
  else if (choice < 12)
    define_with_attribute ();
  else if (choice < 13 && make_options.transparent_unions)
    define_transparent_union ();
  else
    define_typedef ();
}
