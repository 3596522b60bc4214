/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements and whole functions.  */

#include "../chance.h"
#include "../line.h"
#include "program.h"

#include <stdio.h>
#include <string.h>

/* `RESULT NAME = POINTER (ARGUMENTS);' and the result into the sum.  */
static void
print_call (const struct signature *within)
{
  unsigned callee = chance_below (signature_count);
  const struct signature *signature = &signatures[callee];
  bool direct = chance_of (20);
  printf ("  ");
  if (signature->result.kind != VALUE_VOID)
    {
      printf ("{ ");
      print_type (signature->result);
      printf ("v = ");
    }
  if (direct)
    printf ("f%u_%u", callee, chance_below (signature->function_count));
  else
    {
      printf ("(");
      print_pointer (callee, within);
      printf (")");
    }
  printf (" (");
  print_arguments (signature, within);
  printf (");\n");
  if (signature->result.kind != VALUE_VOID)
    {
      print_mix (signature->result, "v");
      line ("}");
    }
}

/* A pointer chosen among several, called in a loop.  */
static void
print_loop (const struct signature *within)
{
  unsigned callee = chance_below (signature_count);
  line ("for (unsigned i = 0; i < %u; i++)", chance_between (1, 4));
  line ("  {");
  line ("sig%u *chosen = i & 1 ? table%u[i & 3] : fixed%u[(i + sum) & 3];",
	callee, callee, callee);
  if (chance_of (40))
    line ("table%u[(i + 1) & 3] = chosen;", callee);
  printf ("  chosen (");
  print_arguments (&signatures[callee], within);
  puts (");\n    }");
}

/* Two arms that call through one value as two types.  */
static void
print_union (const struct signature *within)
{
  unsigned first = chance_below (signature_count);
  unsigned second = chance_below (signature_count);
  line ("{ union pointer q;");
  line ("if (sum & 1)");
  printf ("    q.u%u = ", first);
  print_pointer (first, within);
  printf (";\n  else\n    q.u%u = ", second);
  print_pointer (second, within);
  puts (";");
  line ("shared_pointer = q;");
  line ("if (sum & 1)");
  printf ("    q.u%u (", first);
  print_arguments (&signatures[first], NULL);
  puts (");\n  else");
  printf ("    shared_pointer.u%u (", second);
  print_arguments (&signatures[second], NULL);
  puts ("); }");
}

/* A call inside the arguments of a call: only into a scalar, so that there is
   one of them and its order is settled.  */
static void
print_nested (const struct signature *within)
{
  for (unsigned tries = 0; tries < 10; tries++)
    {
      unsigned inner = chance_below (signature_count);
      if (signatures[inner].result.kind != VALUE_SCALAR)
	continue;
      line ("add ((unsigned long)");
      printf ("  (");
      print_pointer (inner, within);
      printf (") (");
      print_arguments (&signatures[inner], within);
      puts (") + 7);");
      return;
    }
}

/* An indirect call that leaves by longjmp, perhaps.  */
static void
print_jump (const struct signature *within)
{
  line ("{ jmp_buf *saved = landing; jmp_buf here; landing = &here;");
  line ("if (setjmp (here) == 0) {");
  print_call (within);
  line ("} else add (17);");
  line ("landing = saved; }");
}

static void
print_computed_goto (const struct signature *within)
{
  static unsigned number;
  number++;
  line ("{ static void *const places[] = { &&a%u, &&b%u, &&c%u };", number,
	number, number);
  line ("goto *places[sum %% 3];");
  printf (" a%u:\n", number);
  print_call (within);
  line ("goto c%u;", number);
  printf (" b%u:\n", number);
  print_call (within);
  printf (" c%u: ; }\n", number);
}

bool standard_only;

/* A nested function that uses the frame of its parent: called directly, with
   the static chain in a register, and itself calling through a pointer.  */
static void
print_nested_function (const struct signature *within)
{
  (void) within;
  unsigned callee = chance_below (signature_count);
  line ("{ unsigned long mine = sum; sig%u *reached = table%u[sum & 3];",
	callee, callee);
  line ("%svoid inner (unsigned long x) {",
	chance_of (50) ? "__attribute__ ((noinline)) auto " : "auto ");
  line ("mine += x; if (mine & 1) reached (");
  print_arguments (&signatures[callee], NULL);
  line ("); }");
  line ("inner (%u); inner (mine); add (mine); }", chance_below (100));
}

static void
print_switch (const struct signature *within)
{
  line ("switch (sum & 7) {");
  for (unsigned i = 0; i < 5; i++)
    {
      line ("case %u:", i);
      print_call (within);
      line ("break;");
    }
  line ("default: break; }");
}

static void
print_statement (const struct signature *within)
{
  static void (*const kinds[]) (const struct signature *)
    = { print_call,  print_call, print_call,	      print_call,
	print_loop,  print_loop, print_union,	      print_nested,
	print_jump,  print_nested, print_computed_goto, print_nested_function,
	print_switch };
  void (*kind) (const struct signature *)
      = kinds[chance_below (sizeof kinds / sizeof kinds[0])];
  if (standard_only && kind == print_nested_function)
    kind = print_switch;
  kind (within);
}

/* `return' with a value, or with a call of the same result.  */
static void
print_return (const struct signature *within)
{
  for (unsigned tries = 0; tries < 20 && chance_of (70); tries++)
    {
      unsigned callee = chance_below (signature_count);
      if (memcmp (&signatures[callee].result, &within->result,
		  sizeof within->result)
	  != 0)
	continue;
      printf ("  %s(", within->result.kind == VALUE_VOID ? "" : "return ");
      print_pointer (callee, within);
      printf (") (");
      print_arguments (&signatures[callee], within);
      puts (");");
      return;
    }
  if (within->result.kind != VALUE_VOID)
    {
      printf ("  return ");
      print_value (within->result, within);
      puts (";");
    }
}

static void
print_variadic_part (const struct signature *signature)
{
  unsigned last = signature->parameter_count - 1;
  line ("{ va_list list; va_start (list, p%u);", last);
  line ("for (int i = 0; i < p%u; i++) add ((unsigned) va_arg (list, int));",
	last);
  line ("va_end (list); }");
}

void
print_function (unsigned number, unsigned function)
{
  const struct signature *signature = &signatures[number];
  print_head (number, function);
  puts ("{");
  line ("add (%uul);", chance_below (1000000));
  if (signature->variadic)
    print_variadic_part (signature);
  line ("if (budget == 0) {");
  if (chance_of (20))
    line ("if (landing) longjmp (*landing, 1);");
  if (signature->result.kind == VALUE_VOID)
    line ("return;");
  else
    {
      printf ("  return ");
      print_value (signature->result, NULL);
      puts (";");
    }
  line ("}");
  line ("budget--;");
  for (unsigned i = 0; i < signature->parameter_count; i++)
    if (chance_of (80))
      {
	char name[16];
	snprintf (name, sizeof name, "p%u", i);
	print_mix (signature->parameters[i], name);
      }
  unsigned statements = chance_below (4);
  for (unsigned i = 0; i < statements; i++)
    print_statement (signature);
  print_return (signature);
  puts ("}\n");
}

/* Two signatures of different type strings; false if all are alike.  Equal
   typedefs have equal ids: what differs is compared part by part.  */
static bool
unlike_signatures (unsigned *one, unsigned *other)
{
  for (unsigned tries = 0; tries < 200; tries++)
    {
      *one = chance_below (signature_count);
      *other = chance_below (signature_count);
      const struct signature *a = &signatures[*one], *b = &signatures[*other];
      if (a->parameter_count != b->parameter_count
	  || a->variadic != b->variadic)
	return true;
    }
  return false;
}

void
print_forge (void)
{
  unsigned good, bad;
  if (!unlike_signatures (&good, &bad))
    {
      /* Then any other type will do.  */
      puts ("static long double forged_callee (long double x, char y[3])\n"
	    "{ (void) y; REACHED (); return x; }");
      good = 0;
      puts ("static sig0 *volatile forged = (sig0 *) forged_callee;");
    }
  else
    printf ("static sig%u *volatile forged = (sig%u *) f%u_0;\n", good, good,
	    bad);
  static const char *const places[]
    = { "forged", "(*&forged)", "copy[0]", "operations.member", "any->member" };
  unsigned place = chance_below (5);
  printf ("__attribute__ ((noinline)) ");
  bool tail = chance_of (40);
  if (tail)
    print_type (signatures[good].result);
  else
    printf ("void ");
  puts ("forge (void)\n{");
  line ("sig%u *copy[2] = { forged, forged };", good);
  line ("struct operations operations = operations1, *any = &operations;");
  line ("operations.member%u = copy[1];", good);
  printf ("  %s", tail && signatures[good].result.kind != VALUE_VOID
		    ? "return " : "");
  printf ("%s", places[place]);
  if (place >= 3)
    printf ("%u", good);
  printf (" (");
  print_arguments (&signatures[good], NULL);
  puts (");\n}\n");
}
