/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cxx-type-gen SEED COUNT [library|unnamed|tags|portable]...  prints a C++20 file
   with COUNT random function types, for check-remangled: what they are made of is in
   prelude.hh.

   Functions are declared and their address is taken, so their ids are in
   __kcfi_typeid_f<qualifiers><number>: "fVKR12" is a method with `const volatile
   &'.  The table `strings' has the type_info, and so the mangled name, of each
   one's type without the qualifiers, and behind it that of its type with
   generalized pointers.

     library   with types of the standard library
     unnamed   with types in unnamed namespaces, and without methods
     tags      with types that have ABI tags, as the library's have
     portable  only with what GCC has too and gives the same name (doc/cxx.md)  */

#include "../chance.h"
#include "cxx-type.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof (array) / sizeof *(array))

bool with_library;
bool with_unnamed;
bool with_tags;
bool is_portable;
unsigned alias_count;

/* Qualifiers of a method: in its symbol's name and of its type in prelude.hh.  */
static const char *const method_kinds[]
  = { "", "K", "V", "VK", "R", "O", "KR", "KO" };

/* The function NUMBER with the type t<NUMBER>, a method of KIND or, below 0, a
   function.  */
static void
print_test (unsigned number, int kind)
{
  printf ("using t%u = ", number);
  print_signature (chance_of (10) ? "FZ" : "F", chance_below (5));
  puts (";");
  if (kind < 0)
    printf ("extern \"C\" t%u f%u;\n", number, number);
  else
    printf ("struct Methods%u { Method<t%u>::_%s m __asm__ (\"f%s%u\"); };\n",
	    number, number, method_kinds[kind], method_kinds[kind], number);
}

static void
print_tables (const int *kinds, unsigned count)
{
  puts ("void take_addresses () {");
  for (unsigned i = 0; i < count; i++)
    if (kinds[i] < 0)
      printf ("  { t%u *volatile p = f%u; (void) p; }\n", i, i);
    else
      printf ("  { auto volatile p = &Methods%u::m; (void) p; }\n", i);
  puts ("}\nextern \"C\" const std::type_info *const strings[] = {");
  for (unsigned i = 0; i < count; i++)
    printf ("  &typeid (t%u), &typeid (Generalized<t%u>::type),\n", i, i);
  puts ("};");
}

int
main (int argc, char **argv)
{
  if (argc < 3)
    {
      fputs ("usage: cxx-type-gen SEED COUNT [library|unnamed|tags|portable]...\n", stderr);
      return 2;
    }
  for (int i = 3; i < argc; i++)
    {
      with_library |= strcmp (argv[i], "library") == 0;
      with_tags |= with_library;
      with_unnamed |= strcmp (argv[i], "unnamed") == 0;
      with_tags |= strcmp (argv[i], "tags") == 0;
      is_portable |= strcmp (argv[i], "portable") == 0;
    }
  chance_start (strtoull (argv[1], NULL, 10));
  unsigned count = (unsigned) strtoul (argv[2], NULL, 10);
  int *kinds = calloc (count, sizeof *kinds);
  if (!kinds)
    abort ();
  if (with_library)
    puts ("#define WITH_LIBRARY 1");
  puts ("#include \"prelude.hh\"");
  for (unsigned i = 0; i < count; i++)
    {
      if (i < 10 || chance_of (50))
	{
	  printf ("using u%u = ", alias_count);
	  print_object (chance_below (4));
	  puts (";");
	  alias_count++;
	}
      kinds[i] = !with_unnamed && chance_of (35)
		   ? (int) chance_below (LENGTH (method_kinds))
		   : -1;
      print_test (i, kinds[i]);
    }
  print_tables (kinds, count);
  free (kinds);
  return 0;
}
