/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program-gen SEED  prints a random C program that is heavy on pointers to
   functions.  It prints a checksum of everything it computes.  With an argument
   the program makes a forged call at its end, which must trap
   (execute/trap.h).  */

#include "../chance.h"
#include "../line.h"
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_prologue (void)
{
  puts ("#include <setjmp.h>\n"
	"#include <stdarg.h>\n"
	"#include <stdio.h>\n"
	"#include <string.h>\n"
	"#include \"trap.h\"\n"
	"static unsigned long sum = 1;\n"
	"static unsigned budget;\n"
	"static jmp_buf *volatile landing;\n"
	"static void __attribute__ ((noinline))\n"
	"add (unsigned long value)\n"
	"{\n"
	"  sum = (sum ^ value) * 0x9e3779b97f4a7c15ul;\n"
	"  sum ^= sum >> 29;\n"
	"}");
}

static void
print_main (void)
{
  puts ("int\nmain (int argc, char **argv)\n{");
  line ("(void) argv;");
  for (unsigned i = 0; i < signature_count; i++)
    {
      line ("budget = %u;", chance_between (5, 60));
      printf ("  (");
      print_pointer (i, NULL);
      printf (") (");
      print_arguments (&signatures[i], NULL);
      puts (");");
      line ("printf (\"%%lx\\n\", sum);");
    }
  line ("if (argc > 1) {");
  line ("budget = 0;");
  line ("MUST_TRAP (forge ());");
  line ("return trap_done (); }");
  line ("return 0;");
  puts ("}");
}

int
main (int argc, char **argv)
{
  standard_only = argc == 3 && strcmp (argv[2], "standard") == 0;
  if (argc != 2 && !standard_only)
    {
      fputs ("usage: program-gen SEED [standard]\n", stderr);
      return 2;
    }
  chance_start (strtoull (argv[1], NULL, 10));
  print_prologue ();
  make_types ();
  print_places ();
  puts ("static __attribute__ ((noinline)) const struct operations *\n"
	"any_operations (unsigned which)\n{\n"
	"  return which == 0 ? &operations0 : which == 1 ? &operations1"
	" : &operations2;\n}\n");
  for (unsigned i = 0; i < signature_count; i++)
    for (unsigned j = 0; j < signatures[i].function_count; j++)
      print_function (i, j);
  print_forge ();
  print_main ();
  return 0;
}
