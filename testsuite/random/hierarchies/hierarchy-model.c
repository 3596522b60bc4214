/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes methods and classes such that the program is valid C++.  */

#include "../chance.h"
#include "hierarchy.h"

#include <stdio.h>
#include <string.h>

struct method methods[MAX_METHODS];
unsigned method_count;
struct class classes[MAX_CLASSES];
unsigned class_count;
bool use_rtti, use_exceptions;

/* --- Methods ------------------------------------------------------------------ */

/* A parameter of kind 6, a reference, takes the same arguments as one of kind 4.  */
static unsigned
argument_kind (unsigned parameter)
{
  return parameter == 6 ? 4 : parameter;
}

/* Methods that one class can have beside each other: no call is ambiguous, and of
   equal names and parameters all have a ref-qualifier or none has ([over.load]).  */
static bool
compatible_methods (const struct method *a, const struct method *b)
{
  if (strcmp (a->name, b->name) != 0 || a->parameter_count != b->parameter_count)
    return true;
  bool equal = true;
  for (unsigned i = 0; i < a->parameter_count; i++)
    {
      if (argument_kind (a->parameters[i]) != argument_kind (b->parameters[i]))
	return true;
      equal = equal && a->parameters[i] == b->parameters[i];
    }
  return equal && (a->cv != b->cv || a->ref != b->ref)
	 && (a->ref == REF_NONE) == (b->ref == REF_NONE);
}

static void
choose_name (struct method *method)
{
  static const char *const operators[]
    = { "operator()", "operator+", "operator[]" };
  unsigned kind = chance_below (20);
  method->result = chance_of (30) ? chance_of (60) ? RESULT_POINTER
						   : RESULT_REFERENCE
				  : RESULT_INT;
  method->parameter_count = chance_below (MAX_PARAMETERS + 1);
  if (kind < 3)
    {
      snprintf (method->name, sizeof method->name, "%s", operators[kind]);
      method->parameter_count = 1;
    }
  else if (kind == 3)
    {
      snprintf (method->name, sizeof method->name, "operator long");
      method->parameter_count = 0;
      method->result = RESULT_LONG;
    }
  else
    snprintf (method->name, sizeof method->name, "m%u", chance_below (4));
}

static void
make_methods (void)
{
  unsigned wanted = chance_between (3, MAX_METHODS);
  for (unsigned tries = 0; method_count < wanted && tries < 200; tries++)
    {
      struct method *method = &methods[method_count];
      choose_name (method);
      for (unsigned i = 0; i < method->parameter_count; i++)
	method->parameters[i] = chance_below (8);
      method->cv = chance_of (60) ? CV_NONE
		   : chance_of (80) ? CV_CONST : CV_VOLATILE;
      method->ref = chance_of (80) ? REF_NONE
		    : chance_of (50) ? REF_LVALUE : REF_RVALUE;
      method->nothrow = chance_of (20);
      bool good = true;
      for (unsigned i = 0; i < method_count; i++)
	good = good && compatible_methods (&methods[i], method);
      method_count += good;
    }
}

/* --- Classes ------------------------------------------------------------------ */

/* Each direct base can be named: there is one subobject of it.  */
static bool
choose_bases (unsigned number)
{
  struct class *class = &classes[number];
  unsigned wanted = number == 0 ? 0 : chance_below (MAX_BASES + 1);
  bool often_virtual = chance_of (50);
  for (unsigned i = 0; i < wanted; i++)
    {
      unsigned base = chance_below (number);
      bool taken = classes[base].place == PLACE_LOCAL;
      for (unsigned j = 0; j < class->base_count; j++)
	taken = taken || class->bases[j] == base;
      if (taken)
	continue;
      class->bases[class->base_count] = base;
      class->virtual_base[class->base_count++] = chance_of (often_virtual ? 70 : 15);
      if (classes[base].place == PLACE_UNNAMED)
	class->place = PLACE_UNNAMED;
    }
  struct lattice lattice;
  if (!make_lattice (number, &lattice))
    return false;
  for (unsigned i = 0; i < class->base_count; i++)
    if (count_bases (number, class->bases[i]) != 1)
      return false;
  return true;
}

/* True if a class that returns RESULT from METHOD may override every declaration
   of it in the bases: each result there is RESULT or one base of it.  */
static bool
result_fits (const struct lattice *lattice, unsigned method, unsigned result)
{
  for (unsigned i = 1; i < lattice->count; i++)
    {
      const struct declaration *above
	= &classes[lattice->nodes[i].class].declarations[method];
      if (above->declared && count_bases (result, above->result) != 1)
	return false;
    }
  return true;
}

static bool
choose_result (unsigned number, const struct lattice *lattice, unsigned method)
{
  struct declaration *declaration = &classes[number].declarations[method];
  declaration->result = number;
  if (methods[method].result != RESULT_POINTER
      && methods[method].result != RESULT_REFERENCE)
    return true;
  if (chance_of (30))
    for (unsigned i = 1; i < lattice->count; i++)
      {
	const struct declaration *above
	  = &classes[lattice->nodes[i].class].declarations[method];
	if (above->declared && count_bases (number, above->result) == 1
	    && result_fits (lattice, method, above->result))
	  {
	    declaration->result = above->result;
	    return true;
	  }
      }
  return result_fits (lattice, method, number);
}

/* True if METHOD has a unique final overrider in each base.  */
static bool
overridden_once (const struct lattice *lattice, unsigned method)
{
  for (unsigned i = 0; i < lattice->count; i++)
    if (class_declares (lattice->nodes[i].class, method)
	&& final_overrider (lattice, i, method) < 0)
      return false;
  return true;
}

static bool
choose_declarations (unsigned number)
{
  struct class *class = &classes[number];
  struct lattice lattice;
  make_lattice (number, &lattice);
  bool dense = chance_of (40), pure_often = chance_of (20);
  for (unsigned i = 0; i < method_count; i++)
    {
      struct declaration *declaration = &class->declarations[i];
      bool inherited = false;
      for (unsigned j = 1; j < lattice.count; j++)
	inherited = inherited || class_declares (lattice.nodes[j].class, i);
      bool must = !overridden_once (&lattice, i);
      declaration->declared = true;
      if (!choose_result (number, &lattice, i))
	{
	  declaration->declared = false;
	  if (must)
	    return false;
	  continue;
	}
      declaration->declared = must || chance_of (inherited ? dense ? 80 : 40
							   : dense ? 45 : 20);
      declaration->pure = (class->place == PLACE_GLOBAL
			   || class->place == PLACE_NAMESPACE)
			  && chance_of (pure_often ? 30 : 5);
      declaration->outside = !class->is_template && chance_of (40)
			     && (class->place == PLACE_GLOBAL
				 || class->place == PLACE_NAMESPACE);
    }
  return true;
}

/* Enter what follows from bases and declarations; false if the class cannot be
   what it should.  */
static bool
derive_properties (unsigned number)
{
  struct class *class = &classes[number];
  struct lattice lattice;
  make_lattice (number, &lattice);
  for (unsigned i = 0; i < lattice.count; i++)
    {
      const struct class *base = &classes[lattice.nodes[i].class];
      class->virtual_destructor |= base->destructor;
      class->polymorphic |= base->destructor || base->deleted_method;
      for (unsigned j = 0; j < method_count; j++)
	if (base->declarations[j].declared)
	  {
	    int overrider = final_overrider (&lattice, i, j);
	    class->polymorphic = true;
	    class->abstract
	      |= classes[lattice.nodes[overrider].class].declarations[j].pure;
	  }
    }
  for (unsigned i = 0; i < class->base_count; i++)
    class->polymorphic |= classes[class->bases[i]].polymorphic;
  return class->place != PLACE_LOCAL
	 || (!class->abstract && class->base_count
	     && classes[class->bases[0]].polymorphic);
}

static bool
make_class (unsigned number)
{
  static const enum place places[]
    = { PLACE_GLOBAL, PLACE_GLOBAL, PLACE_GLOBAL, PLACE_NAMESPACE,
	PLACE_NAMESPACE, PLACE_UNNAMED, PLACE_LOCAL };
  struct class *class = &classes[number];
  memset (class, 0, sizeof *class);
  class->place = places[chance_below (7)];
  class->is_template = class->place != PLACE_LOCAL && chance_of (15);
  class->data = chance_of (70);
  class->padded = chance_of (20);
  class->destructor = chance_of (45);
  class->deleted_method = chance_of (5);
  if (!choose_bases (number))
    return false;
  if (class->place == PLACE_UNNAMED && class->is_template && chance_of (50))
    class->is_template = false;
  /* A local class whose base is unnamed is in a function all the same.  */
  return choose_declarations (number) && derive_properties (number);
}

/* A second instance of the template NUMBER - 1.  */
static void
make_twin (unsigned number)
{
  classes[number] = classes[number - 1];
  classes[number].twin = true;
  classes[number - 1].has_twin = true;
  for (unsigned i = 0; i < method_count; i++)
    if (classes[number].declarations[i].result == number - 1)
      classes[number].declarations[i].result = number;
}

/* Where nothing derives or overrides, `final' can be said.  A final class without
   objects is left alone: GCC makes calls of its pure functions direct, and these have
   no definition; for the same reason no class of an unnamed namespace has any.  */
static void
choose_final (unsigned number)
{
  struct class *class = &classes[number];
  bool derived = false, overridden[MAX_METHODS] = { false };
  for (unsigned i = number + 1; i < class_count; i++)
    if (count_bases (i, number))
      {
	derived = true;
	for (unsigned j = 0; j < method_count; j++)
	  overridden[j] |= class_declares (i, j);
      }
  if (class->twin || class->has_twin)
    return;
  class->final = !derived && !class->abstract && chance_of (20);
  for (unsigned j = 0; j < method_count; j++)
    if (class_declares (number, j) && !overridden[j] && !class->declarations[j].pure)
      class->declarations[j].final = chance_of (12);
}

void
make_hierarchy (void)
{
  use_rtti = chance_of (80);
  use_exceptions = chance_of (80);
  make_methods ();
  unsigned wanted = chance_between (4, MAX_CLASSES);
  for (unsigned tries = 0; class_count < wanted && tries < 300; tries++)
    if (make_class (class_count))
      {
	class_count++;
	if (classes[class_count - 1].is_template && class_count < wanted
	    && chance_of (60))
	  make_twin (class_count++);
      }
  for (unsigned i = 0; i < class_count; i++)
    choose_final (i);
}
