/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kcfi-gcc and kcfi-g++: GCC with Clang's KCFI switches.

   GCC's own driver refuses -fsanitize=kcfi, whatever plugin is loaded.  This
   one turns Clang's spelling into the plugin's and becomes the real compiler:

     kcfi-gcc-12 -O2 -fsanitize=kcfi,undefined -c x.c

     gcc-12 -fplugin=DIR/kcfi.so '-D__nocfi=...' -O2 -fsanitize=undefined -c x.c

   There is no shell in between and no process stays behind.  What is added
   stands first, so that the user's own words can still change it.  Without
   -fsanitize=kcfi no plugin is loaded.  If anything is in the way of the
   plugin there is an error, never unprotected code.  See doc/kcfi-gcc.1.  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../arguments.h"
#include "../base/string-list.h"
#include "../version.h"
#include "command-line.h"
#include "compiler.h"
#include "plugin-file.h"
#include "prototype-id.h"
#include "run-compiler.h"
#include "switches.h"

/* What plain `kcfi-gcc' runs.  A build for another compiler says so here.  */
#ifndef KCFI_STANDARD_GCC
#define KCFI_STANDARD_GCC "gcc"
#endif

/* The name that messages start with.  */
static const char *program_name = "kcfi-gcc";

static const char help_text[]
    = "Usage: kcfi-gcc [options] file...\n"
      "\n"
      "Runs GCC with all options as given, but for these:\n"
      "  -fsanitize=kcfi      check indirect calls (also in lists)\n"
      "  -fno-sanitize=kcfi   do not (also -fno-sanitize=all)\n"
      "  -f[no-]sanitize-cfi-icall-experimental-normalize-integers\n"
      "                       name integers by size and sign in type ids\n"
      "  -f[no-]sanitize-cfi-icall-generalize-pointers\n"
      "                       treat all pointers as void * in type ids\n"
      "  -f[no-]sanitize-kcfi-arity\n"
      "                       tell in preambles how many registers have "
      "arguments\n"
      "  -fsanitize-kcfi-hash=xxHash64|FNV-1a\n"
      "                       hash of the type ids\n"
      "  -fkcfi-check=classic|not-taken|out-of-line\n"
      "                       form of the checks on x86_64\n"
      "  -f[no-]kcfi-trap-table\n"
      "                       list the checks' traps in .kcfi_traps\n"
      "  -fkcfi-virtual=off|name|class\n"
      "                       how to check virtual calls of C++\n"
      "  -f[no-]kcfi-virtual-all\n"
      "                       check those of system headers' classes, too\n"
      "  --kcfi-id=PROTOTYPE  print the type id of a prototype, as int(int)\n"
      "  --kcfi-help          print this text\n"
      "  --kcfi-version       print the version, the compiler and the plugin\n"
      "\n"
      "The compiler is KCFI_GCC from the environment, or follows from\n"
      "this program's name: TARGET-kcfi-gcc-12 runs TARGET-gcc-12,\n"
      "and kcfi-g++ the C++ compiler.\n"
      "The plugin is KCFI_PLUGIN from the environment, or kcfi.so\n"
      "beside this program, or kcfi.so in the compiler's plugin folder.\n";

/* The plugin's own arguments are told here too: GCC loads a plugin, which could
   tell them, only when there is something to compile.  */
static void
print_help (void)
{
  char *arguments = kcfi_arguments_help ();
  printf ("%s\n%s", help_text, arguments);
  free (arguments);
}

/* Report ERROR, which may be NULL, and end if it is not.  */
static void
end_if_error (char *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s: error: %s\n", program_name, error);
  free (error);
  exit (EXIT_FAILURE);
}

/* Print the type id that --kcfi-id of SWITCHES asks for, as COMMAND and the words
   of the user would compile its prototype, and end.  */
static void
print_id (const struct kcfi_switches *switches, struct kcfi_strings *command)
{
  char *error;
  bool cxx = strstr (program_name, "kcfi-g++") != NULL;
  char *line = kcfi_prototype_id (command, switches->prototype, cxx, &error);
  end_if_error (error);
  if (line == NULL)
    exit (EXIT_FAILURE);
  fputs (line, stdout);
  free (line);
  exit (fflush (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* Report features that were asked for without -fsanitize=kcfi; with -Werror
   that is the end.  */
static void
report_unused (const struct kcfi_switches *switches)
{
  if (!kcfi_switches_are_unused (switches))
    return;
  for (size_t i = 0; i < switches->unused.count; i++)
    fprintf (stderr, "%s: %s: argument unused during compilation: '%s'%s\n",
	     program_name, switches->warnings_are_errors ? "error" : "warning",
	     switches->unused.items[i],
	     switches->warnings_are_errors ? " [-Werror]" : "");
  if (switches->warnings_are_errors)
    exit (EXIT_FAILURE);
}

/* The version, and what a report of a problem should name besides.  */
static void
print_version (const char *compiler)
{
  char *error = NULL;
  char *plugin = kcfi_plugin_file (compiler, getenv ("KCFI_PLUGIN"), &error);
  printf ("%s " KCFI_VERSION "\ncompiler: %s\nplugin: %s\n", program_name,
	  compiler, plugin != NULL ? plugin : error);
  free (plugin);
  free (error);
}

/* Become COMPILER with what SWITCHES make of LINE.  Returns only after an error,
   which is printed.  */
static void
become_compiler (const char *compiler, const struct kcfi_switches *switches,
		 const struct kcfi_command_line *line)
{
  char *error = NULL;
  struct kcfi_strings command = { 0 };
  kcfi_strings_add_copy (&command, compiler);
  bool asks = kcfi_switches_only_ask (switches);
  if (switches->on || (asks && !switches->names_plugin))
    {
      char *plugin
	  = kcfi_plugin_file (compiler, getenv ("KCFI_PLUGIN"), &error);
      end_if_error (error);
      kcfi_switches_write (switches, plugin, &command);
      free (plugin);
    }
  else
    report_unused (switches);
  kcfi_command_line_write (line, &command);
  if (asks)
    {
      kcfi_strings_add_copy (&command, "-fsyntax-only");
      kcfi_strings_add_copy (&command, "-xc");
      kcfi_strings_add_copy (&command, "/dev/null");
    }
  if (switches->prototype != NULL)
    print_id (switches, &command);
  end_if_error (kcfi_run_compiler (&command));
}

int
main (int argc, char **argv)
{
  if (argc > 0 && argv[0][0] != '\0')
    {
      const char *slash = strrchr (argv[0], '/');
      program_name = slash != NULL ? slash + 1 : argv[0];
    }

  struct kcfi_command_line line = { 0 };
  struct kcfi_switches switches = { 0 };
  end_if_error (kcfi_command_line_read (&line, argv));
  end_if_error (kcfi_switches_read (&switches, &line));
  if (switches.help)
    {
      print_help ();
      return EXIT_SUCCESS;
    }

  char *error = NULL;
  char *compiler = kcfi_compiler_name (program_name, getenv ("KCFI_GCC"),
				       KCFI_STANDARD_GCC, &error);
  end_if_error (error);
  const char *setting = getenv ("KCFI_GCC");
  if (argc > 0 && (setting == NULL || *setting == '\0'))
    compiler = kcfi_compiler_beside (argv[0], compiler);

  if (switches.version)
    {
      print_version (compiler);
      return EXIT_SUCCESS;
    }
  become_compiler (compiler, &switches, &line);
  return EXIT_FAILURE;
}
