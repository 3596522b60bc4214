/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hierarchy-gen SEED  prints a random C++ program of classes with virtual functions
   (hierarchy.h).  It prints what it runs through.  With an argument it calls through
   forged virtual tables instead (hierarchy-forge.c).  */

#include "../chance.h"
#include "../line.h"
#include "hierarchy.h"

#include <stdio.h>
#include <stdlib.h>

static void
print_main (void)
{
  if (use_exceptions)
    puts ("#define STEP(CALL) try { CALL; } catch (int x) { add (x + 100); } \\\n"
	  "  printf (\"%lx\\n\", sum)");
  else
    puts ("#define STEP(CALL) CALL; printf (\"%lx\\n\", sum)");
  puts ("int\nmain (int argc, char **)\n{");
  line ("if (argc > 1) { forge (); return FORGERIES ? trap_done () : 0; }");
  print_use_calls ();
  line ("return 0;");
  puts ("}");
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      fputs ("usage: hierarchy-gen SEED\n", stderr);
      return 2;
    }
  chance_start (strtoull (argv[1], NULL, 10));
  make_hierarchy ();
  print_prelude ();
  for (unsigned i = 0; i < class_count; i++)
    print_class (i);
  puts ("#if UNIT_HAS (0)");
  print_uses ();
  print_forge ();
  print_main ();
  puts ("#endif");
  return 0;
}
