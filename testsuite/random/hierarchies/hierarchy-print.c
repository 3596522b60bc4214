/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The definitions of the classes.  */

#include "../chance.h"
#include "../line.h"
#include "hierarchy.h"

#include <stdio.h>

/* A parameter: its type, arguments, and what the function adds to the sum.  */
static const struct
{
  const char *type, *arguments[2], *mix;
} parameters[8] = {
  { "int ", { "5", "(int) (sum & 127)" }, "add (x%u);" },
  { "long ", { "-3l", "(long) (sum & 1023)" }, "add (x%u);" },
  { "const char *", { "\"text\"", "name_of (sum)" }, "add (x%u[0]);" },
  { "double ", { "0.5", "(double) (sum & 15) / 2" }, "add ((long) (x%u * 2));" },
  { "big ", { "make_big (7)", "make_big (sum)" }, "add (x%u.values[1]);" },
  { "function *", { "twice", "(sum & 1 ? twice : thrice)" }, "add (x%u (3));" },
  { "const big &", { "shared_big", "make_big (sum)" }, "add (x%u.values[2]);" },
  { "inner::kind ", { "inner::first", "(inner::kind) (sum & 1)" }, "add (x%u);" },
};

static const char *const cv_names[] = { "", "const ", "volatile " };
static const char *const ref_names[] = { "", " &", " &&" };

void
print_class_name (unsigned number)
{
  const struct class *class = &classes[number];
  if (class->place == PLACE_NAMESPACE)
    printf ("inner::");
  if (class->is_template)
    printf ("C%u<%u, %s>", class->twin ? number - 1 : number, number,
	    class->twin ? "long" : "int");
  else
    printf ("C%u", number);
}

/* The name of class NUMBER in its own definition.  */
static void
print_own_name (unsigned number)
{
  if (classes[number].is_template)
    printf ("C%u", classes[number].twin ? number - 1 : number);
  else
    print_class_name (number);
}

void
print_object (unsigned number, unsigned method, const char *expression,
	      bool inside)
{
  printf ("static_cast<%s", cv_names[methods[method].cv]);
  if (inside)
    print_own_name (number);
  else
    print_class_name (number);
  printf (" %s> (%s)", methods[method].ref == REF_RVALUE ? "&&" : "&",
	  expression);
}

void
print_arguments (unsigned method)
{
  printf (" (");
  for (unsigned i = 0; i < methods[method].parameter_count; i++)
    printf ("%s%s", i ? ", " : "",
	    parameters[methods[method].parameters[i]].arguments[chance_below (2)]);
  printf (")");
}

void
print_parameters (unsigned method, bool names)
{
  const struct method *m = &methods[method];
  printf (" (");
  for (unsigned i = 0; i < m->parameter_count; i++)
    {
      printf ("%s%s", i ? ", " : "", parameters[m->parameters[i]].type);
      if (names)
	printf ("x%u", i);
    }
  printf (") %s%s%s", cv_names[m->cv], ref_names[m->ref],
	  m->nothrow ? " noexcept" : "");
}

void
print_result (unsigned number, unsigned method, bool inside)
{
  unsigned result = classes[number].declarations[method].result;
  switch (methods[method].result)
    {
    case RESULT_INT:
      printf ("int ");
      break;
    case RESULT_LONG:
      break;
    case RESULT_POINTER:
    case RESULT_REFERENCE:
      if (inside && result == number)
	print_own_name (number);
      else
	print_class_name (result);
      printf (methods[method].result == RESULT_POINTER ? " *" : " &");
      break;
    }
}

void
print_path (const struct node *node, unsigned first, const char *expression)
{
  for (unsigned i = node->path_length; i-- > first;)
    {
      printf ("static_cast<");
      print_class_name (node->path[i]);
      printf (" &> (");
    }
  printf ("%s", expression);
  for (unsigned i = first; i < node->path_length; i++)
    putchar (')');
}

void
print_mix (unsigned method, unsigned number)
{
  printf ("    ");
  printf (parameters[methods[method].parameters[number]].mix, number);
  putchar ('\n');
}

/* --- Classes ------------------------------------------------------------------ */

static void
print_declaration (unsigned number, unsigned method)
{
  const struct declaration *declaration = &classes[number].declarations[method];
  printf ("  TWO_IDS_%u virtual ", method);
  print_result (number, method, true);
  printf ("%s", methods[method].name);
  print_parameters (method, true);
  if (declaration->final)
    printf (" final");
  if (declaration->pure)
    puts (" = 0;");
  else if (declaration->outside)
    puts (";");
  else
    {
      putchar ('\n');
      print_body (number, method);
    }
}

/* Constructor and destructor: what they call sees the class as it is then.  */
static void
print_life (unsigned number)
{
  line ("C%u ()\n  {", number);
  line ("  quiet_scope quiet_here;");
  line ("  enter (\"C%u ()\", C%u_NUMBER);", number, number);
  print_calls (number, true);
  line ("}");
  if (!classes[number].destructor)
    return;
  line ("virtual ~C%u ()\n  {", number);
  line ("  quiet_scope quiet_here;");
  line ("  enter (\"~C%u ()\", C%u_NUMBER);", number, number);
  print_calls (number, true);
  line ("}");
}

static void
print_bases (unsigned number)
{
  const struct class *class = &classes[number];
  for (unsigned i = 0; i < class->base_count; i++)
    {
      printf ("%s%s", i ? ", " : " : ", class->virtual_base[i] ? "virtual " : "");
      print_class_name (class->bases[i]);
    }
}

static void
print_definition (unsigned number)
{
  const struct class *class = &classes[number];
  printf ("#define C%u_NUMBER %s\n", number, class->is_template ? "N" : "0");
  if (class->is_template)
    printf ("template <int N, typename P> ");
  printf ("struct C%u%s", number, class->final ? " final" : "");
  print_bases (number);
  puts ("\n{");
  if (class->data)
    line ("%s d%u = %u;", class->is_template ? "P" : "int", number,
	  chance_between (1, 99));
  if (class->padded)
    line ("char padding%u[%u];", number, chance_between (1, 60));
  print_life (number);
  if (class->deleted_method)
    line ("virtual void deleted_%u () = delete;", number);
  for (unsigned i = 0; i < method_count; i++)
    if (class->declarations[i].declared)
      print_declaration (number, i);
  puts ("};");
}

/* How one that has an object of class NUMBER calls METHOD, in several shapes.  */
static void
print_call_function (unsigned number, unsigned method)
{
  const struct method *m = &methods[method];
  unsigned shape = chance_below (6);
  bool inlined = chance_of (25);
  printf ("static %sint\ncall_%u (", inlined ? "inline " : "NOINLINE ", method);
  print_class_name (number);
  printf (" &object");
  for (unsigned i = 0; i < m->parameter_count; i++)
    printf (", %sx%u", parameters[m->parameters[i]].type, i);
  puts (")\n{");
  if (shape == 1 && use_exceptions)
    line ("try {");
  if (shape == 2)
    line ("witness seen;");
  printf ("  ");
  if (m->result != RESULT_INT)
    printf ("%s ", m->result == RESULT_REFERENCE ? "auto &result =" : "auto result =");
  else
    printf ("int result = ");
  print_object (number, method, "object", false);
  printf (".%s (", m->name);
  for (unsigned i = 0; i < m->parameter_count; i++)
    printf ("%sx%u", i ? ", " : "", i);
  puts (");");
  unsigned of = classes[number].declarations[method].result;
  unsigned field = classes[of].twin ? of - 1 : of;
  if (m->result == RESULT_INT || m->result == RESULT_LONG)
    line ("return (int) result + %u;", shape);
  else if (!classes[of].data)
    line ("return %s;", m->result == RESULT_POINTER ? "result != nullptr"
						    : "(void) result, 1");
  else if (m->result == RESULT_POINTER)
    line ("return result ? (int) result->d%u : 0;", field);
  else
    line ("return (int) result.d%u;", field);
  if (shape == 1 && use_exceptions)
    line ("} catch (int x) { add (x); return 1; }");
  puts ("}");
}

static void
print_outside (unsigned number, unsigned method)
{
  printf ("#if UNIT_HAS (%u)\n", chance_below (2));
  print_result (number, method, false);
  print_class_name (number);
  printf ("::%s", methods[method].name);
  print_parameters (method, true);
  putchar ('\n');
  print_body (number, method);
  puts ("#endif");
}

/* What others need to know of the class before it is complete.  */
static void
print_announcement (unsigned number)
{
  const struct class *class = &classes[number];
  if (!class->twin)
    printf ("%s%sstruct C%u;%s\n",
	    class->place == PLACE_NAMESPACE ? "namespace inner { "
	    : class->place == PLACE_UNNAMED ? "namespace { " : "",
	    class->is_template ? "template <int N, typename P> " : "", number,
	    class->place == PLACE_NAMESPACE || class->place == PLACE_UNNAMED ? " }"
									      : "");
  if (class->place == PLACE_UNNAMED)
    printf ("static ");
  else
    printf ("#if !UNIT_HAS (0)\nextern\n#endif\n");
  print_class_name (number);
  printf (" *volatile known_%u;\n", number);
  for (unsigned i = 0; i < method_count; i++)
    if (class->declarations[i].declared)
      {
	printf ("static int call_%u (", i);
	print_class_name (number);
	printf (" &");
	for (unsigned j = 0; j < methods[i].parameter_count; j++)
	  printf (", %s", parameters[methods[i].parameters[j]].type);
	puts (");");
      }
}

/* `self', of the class itself without const and volatile.  */
static void
print_self_macro (unsigned number)
{
  printf ("#define C%u_SELF C%u &self = const_cast<C%u &> (*this); (void) self;\n",
	  number, number, number);
}

void
print_class (unsigned number)
{
  const struct class *class = &classes[number];
  if (class->place == PLACE_LOCAL)
    {
      print_self_macro (number);
      printf ("static ");
      print_class_name (class->bases[0]);
      printf (" *\nmake_%u ()\n{\n", number);
      print_definition (number);
      printf ("  return new C%u;\n}\n\n", number);
      return;
    }
  if (!class->twin)
    {
      print_announcement (number);
      if (class->has_twin)
	print_announcement (number + 1);
      if (class->place == PLACE_NAMESPACE)
	puts ("namespace inner {");
      if (class->place == PLACE_UNNAMED)
	puts ("namespace {");
      print_self_macro (number);
      print_definition (number);
      if (class->place != PLACE_GLOBAL)
	puts ("}");
    }
  for (unsigned i = 0; i < method_count; i++)
    if (class->declarations[i].declared)
      {
	print_call_function (number, i);
	if (class->declarations[i].outside && !class->declarations[i].pure)
	  print_outside (number, i);
      }
  putchar ('\n');
}

/* --- What stands in front ----------------------------------------------------- */

static void
print_method_macros (void)
{
  for (unsigned i = 0; i < method_count; i++)
    {
      printf ("#define ARGUMENTS_%u", i);
      for (unsigned j = 0; j < methods[i].parameter_count; j++)
	printf (", %s",
		parameters[methods[i].parameters[j]].arguments[chance_below (2)]);
      putchar ('\n');
      if (may_need_two_ids (i))
	printf ("/* Two ids: %s.  */\n"
		"#ifdef APART\n"
		"#define TWO_IDS_%u __attribute__ ((kcfi_prebuilt))\n"
		"#else\n#define TWO_IDS_%u\n#endif\n",
		methods[i].name, i, i);
      else
	printf ("#define TWO_IDS_%u\n", i);
    }
}

void
print_prelude (void)
{
  printf ("/* Options:%s%s.  */\n", use_rtti ? "" : " -fno-rtti",
	  use_exceptions ? "" : " -fno-exceptions");
  puts ("#include \"prelude.hh\"\n");
  print_method_macros ();
  putchar ('\n');
}
