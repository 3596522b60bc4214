/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forged virtual tables.

   `forge' makes objects, gives a subobject a copy of its table in which one entry is
   another, and calls through that entry.  What must happen follows from what the
   second word of the entry's function is made of, and that of the call:

     entry			       virtual=off   name    class
     data			       -	     traps   traps
     a free function		       runs	     traps   traps   no second word
     another slot of the class	       -	     traps   traps   another method
     another class: other name	       runs	     traps   traps
     another class: other const	       runs	     traps   traps   (volatile: too)
     another class: same name, type    runs	     runs    traps   another introducer
     an override in a derived class    runs	     runs    runs    nothing is wrong
     __cxa_pure_virtual		       -	     traps   traps   no second word
     in place of the deleting
     destructor: a free function       runs	     traps   traps
     the complete destructor	       -	     traps   traps   _ZTVD1, not _ZTVD0

   `-': would crash, and is not done.  An entry's place is what a pointer to the
   virtual member has in it, the place in bytes plus 1 (Itanium C++ ABI, 2.3); for the
   first destructor of a class without bases it is the number of methods that the
   class declares in front of it, as the table is in their order (2.5.2).

   Calls that the compiler may rightly make direct are no subject: of final classes
   and methods, and classes that no other unit can derive from.  */

#include "../chance.h"
#include "../line.h"
#include "hierarchy.h"

#include <stdio.h>

static unsigned forgery_count;

static void
print_forge_prelude (void)
{
  puts ("static unsigned long forged_data[32];\n"
	"static void *forged_table[512];\n"
	"extern \"C\" void __cxa_pure_virtual ();\n"
	"/* Whatever the result is, there is an object.  */\n"
	"extern \"C\" NOINLINE void *\nfree_callee (void *self)\n"
	"{ REACHED (); return self; }\n"
	"/* The place of a virtual member.  */\n"
	"template <typename MEMBER>\nstatic NOINLINE unsigned\n"
	"slot_of (MEMBER member)\n"
	"{ unsigned long place; __builtin_memcpy (&place, &member, sizeof place);\n"
	"  return place / sizeof (void *); }\n"
	"static void **\ntable_of (void *object)\n"
	"{ return *static_cast<void ***> (opaque (object)); }\n"
	"/* Give OBJECT a table whose entry SLOT is ENTRY; the old one.  */\n"
	"static NOINLINE void **\nforge_entry (void *object, unsigned slot, void *entry)\n"
	"{ void **real = table_of (object);\n"
	"  for (unsigned i = 0; i < slot; i++) forged_table[i] = real[i];\n"
	"  forged_table[slot] = entry;\n"
	"  *static_cast<void ***> (object) = forged_table; opaque (object);\n"
	"  return real; }\n"
	"static NOINLINE void\nmend (void *object, void **real)\n"
	"{ *static_cast<void ***> (object) = real; opaque (object); }\n");
}

/* struct NAME with one virtual method, as METHOD but for its name or its const.  */
static void
print_stranger (unsigned method, const char *kind, const char *name, bool constant)
{
  struct method *m = &methods[method];
  enum cv cv = m->cv;
  if (constant)
    m->cv = cv == CV_CONST ? CV_NONE : CV_CONST;
  printf ("struct %s_%u\n{\n  virtual ", kind, method);
  if (m->result == RESULT_POINTER || m->result == RESULT_REFERENCE)
    printf ("%s_%u %s", kind, method, m->result == RESULT_POINTER ? "*" : "&");
  else if (m->result == RESULT_INT || name != m->name)
    printf ("int ");
  printf ("%s", name);
  print_parameters (method, true);
  puts ("");
  line ("{ REACHED (); %s }",
	m->result == RESULT_POINTER ? "return nullptr;"
	: m->result == RESULT_REFERENCE
	    ? constant || m->cv != CV_NONE || m->ref == REF_RVALUE
		? "return *same (this);"
		: "return *this;"
	    : "return 5;");
  printf ("  template <typename T> static %s_%u *same (T *p)"
	  " { return const_cast<%s_%u *> (p); }\n",
	  kind, method, kind, method);
  printf ("};\nstatic %s_%u the_%s_%u;\n", kind, method, kind, method);
  m->cv = cv;
}

/* The place of METHOD in the table of class NUMBER.  */
static void
print_slot (unsigned number, unsigned method)
{
  const struct method *m = &methods[method];
  printf ("slot_of<");
  if (m->result == RESULT_LONG)
    printf ("long ");
  print_result (number, method, false);
  printf ("(");
  print_class_name (number);
  printf ("::*)");
  print_parameters (method, false);
  printf ("> (&");
  print_class_name (number);
  printf ("::%s)", m->name);
}

/* EXPECTED (call_METHOD (*p, ...)) with ENTRY in its slot.  */
static void
print_attempt (unsigned method, const char *expected, const char *condition,
	       const char *entry)
{
  forgery_count++;
  if (condition)
    printf ("#if %s\n", condition);
  line ("  real = forge_entry (p, slot, %s);", entry);
  printf ("    %s (call_%u (*p ARGUMENTS_%u));\n", expected, method, method);
  line ("  mend (p, real);");
  if (condition)
    puts ("#endif");
}

/* The entries that a stranger brings: EXPECTED says when they trap.  */
static void
print_stranger_attempt (unsigned method, const char *kind, unsigned least)
{
  char entry[64], expected[64];
  snprintf (entry, sizeof entry, "table_of (&the_%s_%u)[0]", kind, method);
  snprintf (expected, sizeof expected, "TRAPS_FROM_%u", least);
  print_attempt (method, expected, NULL, entry);
}

/* An override that is right: struct legal_N derives from class NUMBER.  */
static bool
legal_override (unsigned number, unsigned method)
{
  const struct class *class = &classes[number];
  return !class->abstract && !class->final
	 && !class->declarations[method].final
	 && methods[method].result == RESULT_INT && !may_need_two_ids (method);
}

static void
print_legal (unsigned serial, unsigned number, unsigned method)
{
  printf ("struct legal_%u : ", serial);
  print_class_name (number);
  printf ("\n{\n  int %s", methods[method].name);
  print_parameters (method, true);
  puts ("\n  { REACHED (); return 3; }\n};");
}

/* True if calls of METHOD through class NUMBER are calls of a virtual table.  */
static bool
can_be_forged (unsigned number, unsigned method)
{
  const struct class *class = &classes[number];
  return class->place != PLACE_UNNAMED && class->place != PLACE_LOCAL
	 && !class->final && class->declarations[method].declared
	 && !class->declarations[method].final;
}

/* Another method that class NUMBER declares; -1 if there is none.  */
static int
other_method (unsigned number, unsigned method)
{
  for (unsigned i = 1; i < method_count; i++)
    {
      unsigned other = (method + i) % method_count;
      if (classes[number].declarations[other].declared)
	return (int) other;
    }
  return -1;
}

static void
print_forgeries (const struct node *node, unsigned object, unsigned method,
		 int legal)
{
  unsigned number = node->class;
  line ("{");
  printf ("    ");
  print_class_name (object);
  printf (" &o = *new ");
  print_class_name (object);
  printf (";\n    ");
  print_class_name (number);
  printf (" *p = opaque (&");
  print_path (node, 1, "o");
  printf (");\n    unsigned slot = ");
  print_slot (number, method);
  puts (";");
  print_attempt (method, "MUST_TRAP_VIRTUAL", "VIRTUAL > 0", "&forged_data[16]");
  print_attempt (method, "TRAPS_FROM_1", NULL,
		 "reinterpret_cast<void *> (free_callee)");
  print_attempt (method, "MUST_TRAP_VIRTUAL", "VIRTUAL > 0",
		 "reinterpret_cast<void *> (__cxa_pure_virtual)");
  int other = other_method (number, method);
  if (other >= 0)
    {
      puts ("#if VIRTUAL > 0");
      printf ("    unsigned other = ");
      print_slot (number, (unsigned) other);
      puts (";");
      print_attempt (method, "MUST_TRAP_VIRTUAL", NULL, "table_of (p)[other]");
      puts ("#endif");
    }
  print_stranger_attempt (method, "named", 1);
  if (methods[method].result != RESULT_LONG && methods[method].ref != REF_RVALUE)
    print_stranger_attempt (method, "constant", 1);
  print_stranger_attempt (method, "equal", 2);
  if (legal >= 0)
    {
      line ("  legal_%d &l = *new legal_%d;", legal, legal);
      print_attempt (method, "MUST_PASS", NULL,
		     "table_of (static_cast<decltype (p)> (&l))[slot]");
    }
  line ("}");
}

/* `delete' through class NUMBER, which introduces its destructor.  */
static void
print_destructor_forgeries (const struct node *node, unsigned object)
{
  unsigned number = node->class;
  line ("{");
  printf ("    ");
  print_class_name (number);
  printf (" *p = opaque (static_cast<");
  print_class_name (number);
  printf (" *> (&");
  printf ("*new ");
  print_class_name (object);
  puts ("));");
  forgery_count++;
  line ("  void **real = forge_entry (p, 1, "
	"reinterpret_cast<void *> (free_callee));");
  line ("  TRAPS_FROM_1 (delete p);");
  line ("  mend (p, real);");
  puts ("#if VIRTUAL > 0");
  line ("  real = forge_entry (p, 1, table_of (p)[0]);");
  line ("  MUST_TRAP_VIRTUAL (delete p);");
  line ("  mend (p, real);");
  puts ("#endif");
  line ("}");
}

/* The destructor of class NUMBER is the first that its table has.  */
static bool
begins_with_destructor (unsigned number)
{
  const struct class *class = &classes[number];
  return class->destructor && class->base_count == 0 && !class->final
	 && (class->place == PLACE_GLOBAL || class->place == PLACE_NAMESPACE);
}

static void
print_forge_body (unsigned *serial, bool definitions)
{
  for (unsigned object = 0; object < class_count; object++)
    {
      struct lattice lattice;
      if (classes[object].abstract || classes[object].place == PLACE_LOCAL)
	continue;
      make_lattice (object, &lattice);
      for (unsigned i = 0; i < lattice.count; i++)
	{
	  const struct node *node = &lattice.nodes[i];
	  unsigned method = (object + i) % method_count;
	  if (begins_with_destructor (node->class) && !definitions
	      && count_bases (object, node->class) == 1)
	    print_destructor_forgeries (node, object);
	  if ((object + 2 * i) % 3 == 0 || !can_be_forged (node->class, method))
	    continue;
	  int legal = legal_override (node->class, method) ? (int) (*serial)++ : -1;
	  if (definitions && legal >= 0)
	    print_legal ((unsigned) legal, node->class, method);
	  if (!definitions)
	    print_forgeries (node, object, method, legal);
	}
    }
}

void
print_forge (void)
{
  print_forge_prelude ();
  puts ("#if VIRTUAL > 0\n#define TRAPS_FROM_1 MUST_TRAP_VIRTUAL\n#else\n"
	"#define TRAPS_FROM_1 MUST_PASS\n#endif\n"
	"#if VIRTUAL > 1\n#define TRAPS_FROM_2 MUST_TRAP_VIRTUAL\n#else\n"
	"#define TRAPS_FROM_2 MUST_PASS\n#endif");
  for (unsigned i = 0; i < method_count; i++)
    {
      print_stranger (i, "named", "other_name", false);
      print_stranger (i, "equal", methods[i].name, false);
      if (methods[i].result != RESULT_LONG)
	print_stranger (i, "constant", methods[i].name, true);
    }
  unsigned serial = 0;
  print_forge_body (&serial, true);
  puts ("static NOINLINE void\nforge ()\n{");
  line ("void **real; (void) real; (void) forged_data;");
  serial = 0;
  print_forge_body (&serial, false);
  puts ("}\n");
  printf ("#define FORGERIES %u\n", forgery_count);
}
