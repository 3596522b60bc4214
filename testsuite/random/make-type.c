/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random types.  What is left out on purpose, because the two compilers do not
   mean the same by it: doc/testing-deep.md.  */

#include "make-type.h"
#include "chance.h"

#include <stdio.h>
#include <stdlib.h>

#define LENGTH(ARRAY) (sizeof (ARRAY) / sizeof (ARRAY)[0])

static struct make_options options;

/* Everything with a name.  */
#define MAX_NAMED 4096
static const struct c_type *named[MAX_NAMED];
static unsigned named_count;
static unsigned next_number;

static const char *const scalars[] = {
  "char", "signed char", "unsigned char", "short", "unsigned short", "int",
  "unsigned int", "long", "unsigned long", "long long", "unsigned long long",
  "_Bool", "float", "double", "long double", "__int128", "unsigned __int128",
  "_Float16", "__float128", "_Complex float", "_Complex double",
  "_Complex long double", "_Complex int", "_Complex unsigned char",
  "_Complex long", "__SIZE_TYPE__", "__PTRDIFF_TYPE__", "__WCHAR_TYPE__",
  "__WINT_TYPE__", "__CHAR16_TYPE__", "__CHAR32_TYPE__", "__INT8_TYPE__",
  "__INT16_TYPE__", "__INT64_TYPE__", "__UINT64_TYPE__", "__INTMAX_TYPE__",
  "long int long unsigned", "signed", "int short", "char unsigned"
};

static const char *const vector_elements[]
  = { "char", "unsigned char", "short", "int", "unsigned", "long",
      "unsigned long long", "float", "double", "signed char" };

static const struct c_type *make_object (unsigned depth);
static const struct c_type *make_function (unsigned depth, bool bounds);

static void
add_named (const struct c_type *type)
{
  if (named_count < MAX_NAMED)
    named[named_count++] = type;
}

void
make_start (const struct make_options *with)
{
  options = *with;
  named_count = 0;
  next_number = 0;
  struct c_type *list = c_type_new (C_TYPEDEF, "__builtin_va_list");
  struct c_type *element = c_type_new (C_TAG, "struct __va_list_tag");
  struct c_type *array = c_type_new (C_ARRAY, NULL);
  element->complete = true;
  array->bounds = "1";
  array->inner = element;
  list->inner = array;
  add_named (list);
}

static const struct c_type *
make_scalar (void)
{
  /* Few kinds make many substitutions.  */
  unsigned count = chance_of (40) ? 12 : LENGTH (scalars);
  return c_type_new (C_SCALAR, scalars[chance_below (count)]);
}

/* A named type for which SUITED is true, or NULL.  The latest ones are more
   likely, so that typedefs build on each other.  */
static const struct c_type *
choose_named (bool (*suited) (const struct c_type *))
{
  for (unsigned tries = 0; named_count && tries < 20; tries++)
    {
      unsigned range = chance_of (50) && named_count > 8 ? 8 : named_count;
      const struct c_type *type
	= named[named_count - 1 - chance_below (range)];
      if (suited (type))
	return type;
    }
  return NULL;
}

static bool
any (const struct c_type *type)
{
  (void) type;
  return true;
}

/* True if TYPE can be that of a parameter or member.  */
static bool
any_object (const struct c_type *type)
{
  if (!c_complete (type))
    return false;
  unsigned qualifiers, all = 0;
  do
    {
      type = c_resolve (type, &qualifiers);
      all |= qualifiers;
    }
  while (type->kind == C_ARRAY && (type = type->inner));
  return !(all & (C_SEG_GS | C_SEG_FS));
}

static bool
incomplete_tag (const struct c_type *type)
{
  unsigned qualifiers;
  type = c_resolve (type, &qualifiers);
  return type->kind == C_TAG && !type->complete
	 && !(qualifiers & (C_SEG_GS | C_SEG_FS));
}

/* Qualifiers that TYPE can still get.  */
static const struct c_type *
add_qualifiers (const struct c_type *type)
{
  unsigned present;
  const struct c_type *real = c_resolve (type, &present);
  if (real->kind == C_FUNCTION || chance_of (55))
    return type;
  unsigned wanted = chance_below (4);
  /* Clang takes no restrict on an _Atomic pointer.  */
  if (real->kind == C_POINTER && !(present & C_ATOMIC)
      && c_resolve (real->inner, NULL)->kind != C_FUNCTION && chance_of (30))
    wanted |= C_RESTRICT;
  else if (!present && chance_of (12) && c_complete (type)
	   && (real->kind == C_SCALAR || real->kind == C_POINTER
	       || real->kind == C_TAG))
    wanted |= C_ATOMIC;
  return c_qualified (type, wanted);
}

static const struct c_type *
make_pointer (const struct c_type *target)
{
  struct c_type *pointer = c_type_new (C_POINTER, NULL);
  pointer->inner = target;
  static const char *const attributes[]
    = { "__attribute__ ((ms_abi))", "__attribute__ ((sysv_abi))",
	"__attribute__ ((const))",
	"__attribute__ ((no_caller_saved_registers))",
	"__attribute__ ((nocf_check))" };
  if (target->kind == C_FUNCTION && chance_of (6))
    pointer->attributes = attributes[chance_below (LENGTH (attributes))];
  return pointer;
}

static const struct c_type *
make_array (unsigned depth, bool may_be_open)
{
  struct c_type *array = c_type_new (C_ARRAY, NULL);
  do
    array->inner = add_qualifiers (make_object (depth));
  while (!c_complete (array->inner));
  array->bounds = may_be_open && chance_of (25)
		    ? ""
		    : c_text ("%u", chance_between (
				   options.bounds && chance_of (5) ? 0 : 1,
				   chance_of (80) ? 9 : 70000));
  return array;
}

/* What a pointer can lead to.  */
static const struct c_type *
make_target (unsigned depth)
{
  const struct c_type *target = NULL;
  switch (chance_below (10))
    {
    case 0:
      target = c_type_new (C_VOID, "void");
      break;
    case 1:
      target = choose_named (incomplete_tag);
      break;
    case 2:
    case 3:
      if (depth > 0)
	return make_function (depth - 1, true);
      break;
    case 4:
      if (depth > 0)
	target = make_array (depth - 1, true);
      break;
    case 5:
      target = choose_named (any);
      break;
    }
  if (!target)
    target = make_object (depth);
  target = add_qualifiers (target);
  if (chance_of (2) && target->kind != C_TYPEDEF && target->kind != C_ARRAY
      && target->kind != C_FUNCTION)
    target = c_qualified (target, chance_of (50) ? C_SEG_GS : C_SEG_FS);
  return target;
}

/* A complete type of an object.  */
static const struct c_type *
make_object (unsigned depth)
{
  unsigned choice = chance_below (10);
  if (choice < 3)
    {
      const struct c_type *type = choose_named (any_object);
      if (type)
	return type;
    }
  if (choice < 7 && depth > 0)
    return make_pointer (make_target (depth - 1));
  return make_scalar ();
}

static const struct c_type *
make_result (unsigned depth)
{
  const struct c_type *type;
  unsigned qualifiers;
  enum c_kind kind;
  if (chance_of (20))
    return c_type_new (C_VOID, "void");
  do
    {
      type = make_object (depth);
      kind = c_resolve (type, &qualifiers)->kind;
    }
  while (kind == C_ARRAY || kind == C_FUNCTION
	 || (qualifiers && !options.qualified_results));
  if (options.qualified_results && chance_of (30))
    type = c_qualified (type, chance_between (1, 3));
  return type;
}

/* A parameter whose bounds depend on the parameter `n'.  */
static const struct c_type *
make_bound_parameter (unsigned depth)
{
  static const char *const bounds[] = { "n", "n + 1", "2 * n", "*" };
  struct c_type *array = c_type_new (C_ARRAY, NULL);
  array->inner = make_object (depth);
  if (chance_of (40) && depth > 0)
    array->inner = make_array (depth - 1, false);
  array->bounds
    = bounds[chance_below (LENGTH (bounds) - (options.star_bounds ? 0 : 1))];
  if (chance_of (50))
    return array;
  if (chance_of (50))
    return make_pointer (array);
  struct c_type *outer = c_type_new (C_ARRAY, NULL);
  outer->inner = array;
  outer->bounds = chance_of (50) ? "n" : "3";
  return outer;
}

static const struct c_type *
make_parameter (unsigned depth)
{
  const struct c_type *type = NULL;
  unsigned choice = chance_below (20);
  if (choice == 0 && options.incomplete_parameters)
    type = choose_named (incomplete_tag);
  else if (choice == 1 && depth > 0)
    return make_function (depth - 1, true);
  else if (choice == 2)
    {
      static const char *const inside[]
	= { "static 3", "const 4", "restrict 5", "volatile static 7", "const" };
      struct c_type *array = c_type_new (C_ARRAY, NULL);
      *array = *make_array (depth, true);
      if (chance_of (30))
	array->bounds = inside[chance_below (LENGTH (inside))];
      return array;
    }
  if (!type)
    type = make_object (depth);
  return add_qualifiers (type);
}

static unsigned
make_parameter_count (unsigned depth)
{
  unsigned choice = chance_below (100);
  if (depth + 1 < options.depth)
    return chance_below (4);
  if (choice < 2)
    return chance_between (36, 80);
  if (choice < 10)
    return chance_between (8, 24);
  return chance_below (8);
}

/* A function type, DEPTH derivations deep at most inside.  Variably modified
   parameters if BOUNDS.  */
static const struct c_type *
make_function (unsigned depth, bool bounds)
{
  struct c_type *function = c_type_new (C_FUNCTION, NULL);
  function->inner = make_result (depth);
  function->prototyped = !bounds || !chance_of (5);
  if (!function->prototyped)
    return function;
  function->count = make_parameter_count (depth);
  if (function->count == 0)
    return function;
  function->names_bound = options.bounds && chance_of (8);
  function->variadic = chance_of (10);
  function->parameters = calloc (function->count, sizeof function->parameters[0]);
  if (!function->parameters)
    abort ();
  for (size_t i = 0; i < function->count; i++)
    if (i > 0 && chance_of (10))
      function->parameters[i] = function->parameters[chance_below ((unsigned) i)];
    else if (i == 0 && function->names_bound)
      function->parameters[i] = c_type_new (C_SCALAR, "int");
    else if (function->names_bound && chance_of (30))
      function->parameters[i] = make_bound_parameter (depth);
    else
      function->parameters[i] = make_parameter (depth);
  return function;
}

const struct c_type *
make_prototype (void)
{
  return make_function (chance_below (options.depth + 1), false);
}

/* --- Definitions ---------------------------------------------------------- */

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
      const struct c_type *type = add_qualifiers (make_object (2));
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
	add_named (nested);
	break;
      }
    case 2:
      if (options.unnamed_members)
      {
	/* A member of an unnamed type, named by __typeof__.  */
	printf ("%s %s { struct %s in; };\n", keyword, name, make_members ());
	const char *words
	  = c_text ("__typeof__ (((%s *) 0)->in)", tag->words);
	struct c_type *member = c_type_new (C_TAG, words);
	member->complete = tag->complete = true;
	add_named (member);
	break;
      }
      /* FALLTHRU */
    default:
      printf ("%s %s %s;\n", keyword, name, make_members ());
      tag->complete = true;
    }
  add_named (tag);
}

static void
define_enum (void)
{
  const char *name = new_name ("e");
  printf ("enum %s %s;\n", name, make_enumerators ());
  add_named (c_type_new (C_SCALAR, c_text ("enum %s", name)));
}

static void
add_typedef (const char *name, const struct c_type *meaning,
	     const char *attributes)
{
  struct c_type *type = c_type_new (C_TYPEDEF, name);
  type->inner = meaning;
  type->attributes = attributes;
  add_named (type);
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
  add_named (tag);
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
  add_named (tag);
}

static void
define_vector (void)
{
  const char *name = new_name ("v");
  const char *element
    = vector_elements[chance_below (LENGTH (vector_elements))];
  printf ("typedef %s %s __attribute__ ((vector_size (%u)));\n", element, name,
	  8u << chance_below (4));
  add_named (c_type_new (C_VECTOR, name));
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
      add_named (c_type_new (C_SCALAR, name));
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
      type = add_qualifiers (make_target (2));
      break;
    default:
      type = add_qualifiers (make_object (3));
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
  else if (choice < 13 && options.transparent_unions)
    define_transparent_union ();
  else
    define_typedef ();
}

/* --- Compatible types ----------------------------------------------------- */

/* True if a call without prototype would pass TYPE unchanged.  */
static bool
unchanged_by_promotion (const struct c_type *type)
{
  type = c_resolve (type, NULL);
  return type->kind == C_POINTER || type->kind == C_TAG
	 || type->kind == C_VECTOR;
}

static bool
can_lose_prototype (const struct c_type *function)
{
  if (function->variadic)
    return false;
  for (size_t i = 0; i < function->count; i++)
    if (!unchanged_by_promotion (function->parameters[i]))
      return false;
  return true;
}

static const struct c_type *
compatible_function (const struct c_type *type)
{
  struct c_type *copy = c_type_new (C_FUNCTION, NULL);
  *copy = *type;
  copy->inner = make_compatible (type->inner);
  if (type->prototyped && can_lose_prototype (type) && chance_of (15))
    {
      copy->prototyped = copy->names_bound = false;
      copy->count = 0;
      return copy;
    }
  copy->parameters = calloc (type->count + 1, sizeof copy->parameters[0]);
  if (!copy->parameters)
    abort ();
  for (size_t i = 0; i < type->count; i++)
    copy->parameters[i] = i == 0 && type->names_bound
			    ? type->parameters[i]
			    : make_compatible (type->parameters[i]);
  return copy;
}

const struct c_type *
make_compatible (const struct c_type *type)
{
  unsigned qualifiers;
  c_resolve (type, &qualifiers);
  /* GCC's composite type loses these (qualify_type in c-typeck.c).  */
  if (qualifiers & (C_ATOMIC | C_SEG_GS | C_SEG_FS) || type->attributes)
    return type;
  struct c_type *copy = c_type_new (type->kind, type->words);
  *copy = *type;
  switch (type->kind)
    {
    case C_TYPEDEF:
      {
	/* A qualified array is an array of qualified elements, and va_list
	   can be written in no other way: leave them.  So are types that an
	   attribute makes no longer compatible.  */
	const struct c_type *real = c_resolve (type, NULL);
	if (chance_of (50) || (real->kind == C_ARRAY && type->qualifiers)
	    || type == named[0] || type->attributes)
	  return type;
	return make_compatible (c_qualified (type->inner, type->qualifiers));
      }
    case C_POINTER:
      copy->inner = make_compatible (type->inner);
      /* An attribute of the target type needs the function in sight.  */
      if (copy->attributes && copy->inner->kind != C_FUNCTION)
	return type;
      return copy;
    case C_ARRAY:
      copy->inner = make_compatible (type->inner);
      return copy;
    case C_FUNCTION:
      return compatible_function (type);
    default:
      return type;
    }
}
