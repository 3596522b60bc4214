/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of kcfi-audit.  */

#include "options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../plugin/base/text.h"

enum
{
  DEFAULT_LIMIT = 20
};

void
print_help (FILE *file)
{
  fputs (
      "Usage: kcfi-audit [OPTION]... FILE...\n"
      "       kcfi-audit [OPTION]... explain [ID]... [FILE]... [< REPORT]\n"
      "       kcfi-audit [OPTION]... diff OLD NEW\n"
      "Say how well KCFI protects the code of objects, archives, kernel "
      "modules,\n"
      "kernels, executables and shared objects of x86_64, i386, aarch64, arm, "
      "riscv64,\n"
      "riscv32, s390x, powerpc64le, mips64 and loongarch64.  A FILE may be "
      "compressed, a\n"
      "bootable image of x86, or a folder of kernel modules.  It may also be "
      "a listing of\n"
      "the plugin's print-ids, which knows why calls are unchecked.\n"
      "\n"
      "  explain            what a type id is as C, and who has it; with a "
      "CFI\n"
      "                     report of Linux on standard input, what went "
      "wrong\n"
      "  diff               what changed from OLD to NEW\n"
      "\n"
      "      --text         report as text (the default)\n"
      "      --json         report as JSON\n"
      "      --html         report as one page of HTML\n"
      "      --sarif        report the problems as SARIF 2.1.0\n"
      "      --summary      report in one line\n"
      "  -o, --output=FILE  write the report to FILE\n"
      "      --fail-on=LIST exit with status 1 if there is one of LIST, "
      "separated\n"
      "                     by commas: unchecked, separated, traps, taken, "
      "mixed,\n"
      "                     proof, typeid, target, collision, unprotected, "
      "vtable,\n"
      "                     added, grown, lost, all, none\n"
      "                     (default: mixed,unprotected,added,grown,lost)\n"
      "      --baseline=FILE\n"
      "                     compare with FILE, of an earlier build: added, "
      "grown and\n"
      "                     lost are what is worse now\n"
      "      --write-baseline=FILE\n"
      "                     write to FILE what later builds are compared "
      "with\n"
      "      --known=FILE   FILE has the names of functions, one a line, "
      "whose\n"
      "                     unchecked calls are known and no problem\n"
      "      --load-address=ADDRESS\n"
      "                     for explain: where the lowest section of the first "
      "FILE\n"
      "                     was loaded, if not where it is linked\n"
      "      --limit=N      list at most N lines of a kind in a text report\n"
      "                     (default: 20; 0: all)\n"
      "      --no-debug-info do not read debug information\n"
      "      --no-demangle  leave names of C++ and Rust as symbol tables have "
      "them\n"
      "      --color=WHEN   always, never or auto\n"
      "      --no-progress  do not say how far it is\n"
      "      --help         this text\n"
      "      --version      the version\n"
      "\n"
      "Exit status: 0 if all is well; 1 if a problem of --fail-on was found, "
      "if\n"
      "explain knows nothing of an id, or if diff found differences; 2 if a "
      "file or\n"
      "an option was wrong.\n",
      file);
}

static char *
describe_error (const char *format, const char *what)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s \"%s\"", format, what);
  return kcfi_text_take (&text);
}

/* The bits of the words of LIST, or an error.  */

static char *
read_problems (const char *list, unsigned *problems)
{
  *problems = 0;
  while (*list)
    {
      size_t length = strcspn (list, ",");
      unsigned bits = 0;
      for (unsigned i = 0; i < KCFI_AUDIT_PROBLEMS; i++)
	{
	  const char *name = kcfi_audit_problem_name (i);
	  if (strlen (name) == length && !strncmp (name, list, length))
	    bits = 1u << i;
	}
      if (length == 3 && !strncmp (list, "all", 3))
	bits = (1u << KCFI_AUDIT_PROBLEMS) - 1;
      else if (!bits && !(length == 4 && !strncmp (list, "none", 4)))
	return describe_error ("there is no problem to fail on called", list);
      *problems |= bits;
      list += length + (list[length] == ',');
    }
  return NULL;
}

/* The value of ARGUMENT if it is NAME=VALUE, else NULL.  */

static const char *
value_of (const char *argument, const char *name)
{
  size_t length = strlen (name);
  return !strncmp (argument, name, length) && argument[length] == '='
	     ? argument + length + 1
	     : NULL;
}

static char *
read_limit (const char *value, size_t *limit)
{
  char *end;
  *limit = strtoul (value, &end, 10);
  if (!*value || *end)
    return describe_error ("--limit wants a number, not", value);
  if (!*limit)
    *limit = SIZE_MAX;
  return NULL;
}

static char *
read_load_address (const char *value, struct kcfi_audit_style *style)
{
  char *end;
  errno = 0;
  style->load_address = strtoull (value, &end, 0);
  style->loaded_elsewhere = true;
  return !*value || *end || errno
	     ? describe_error ("--load-address wants a number, not", value)
	     : NULL;
}

static char *
read_colour (const char *value, bool *colour)
{
  if (!strcmp (value, "always"))
    *colour = true;
  else if (!strcmp (value, "never"))
    *colour = false;
  else if (strcmp (value, "auto") != 0)
    return describe_error ("--color wants always, never or auto, not", value);
  return NULL;
}

/* Options without value; false if ARGUMENT is none.  */

static bool
read_flag (struct options *options, const char *argument)
{
  if (!strcmp (argument, "--text"))
    options->format = KCFI_AUDIT_TEXT;
  else if (!strcmp (argument, "--json"))
    options->format = KCFI_AUDIT_JSON;
  else if (!strcmp (argument, "--html"))
    options->format = KCFI_AUDIT_HTML;
  else if (!strcmp (argument, "--sarif"))
    options->format = KCFI_AUDIT_SARIF;
  else if (!strcmp (argument, "--summary"))
    options->format = KCFI_AUDIT_LINE;
  else if (!strcmp (argument, "--no-debug-info"))
    options->debug = false;
  else if (!strcmp (argument, "--no-demangle"))
    options->style.mangled = true;
  else if (!strcmp (argument, "--no-progress"))
    options->progress = false;
  else if (!strcmp (argument, "--help"))
    options->command = COMMAND_HELP;
  else if (!strcmp (argument, "--version"))
    options->command = COMMAND_VERSION;
  else
    return false;
  return true;
}

static char *
read_option (struct options *options, const char *argument)
{
  const char *value;
  if (read_flag (options, argument))
    return NULL;
  if ((value = value_of (argument, "--fail-on")))
    return read_problems (value, &options->style.fail_on);
  if ((value = value_of (argument, "--limit")))
    return read_limit (value, &options->style.limit);
  if ((value = value_of (argument, "--load-address")))
    return read_load_address (value, &options->style);
  if ((value = value_of (argument, "--color")))
    return read_colour (value, &options->style.colour);
  if ((value = value_of (argument, "--known")))
    options->known_file = value;
  else if ((value = value_of (argument, "--baseline")))
    options->baseline_file = value;
  else if ((value = value_of (argument, "--write-baseline")))
    options->new_baseline_file = value;
  else if ((value = value_of (argument, "--output")))
    options->output_file = value;
  else
    return describe_error ("there is no option", argument);
  return NULL;
}

static void
read_operand (struct options *options, const char *argument)
{
  if (!options->operands_count && options->command == COMMAND_REPORT)
    {
      if (!strcmp (argument, "explain"))
	options->command = COMMAND_EXPLAIN;
      else if (!strcmp (argument, "diff"))
	options->command = COMMAND_DIFF;
      if (options->command != COMMAND_REPORT)
	return;
    }
  options->operands[options->operands_count++] = argument;
}

/* What the file name that follows ARGUMENT is for; NULL if none has to follow.  */

static const char **
file_option (struct options *options, const char *argument)
{
  return !strcmp (argument, "-o") || !strcmp (argument, "--output")
	     ? &options->output_file
	 : !strcmp (argument, "--known")	  ? &options->known_file
	 : !strcmp (argument, "--baseline")	  ? &options->baseline_file
	 : !strcmp (argument, "--write-baseline") ? &options->new_baseline_file
						  : NULL;
}

char *
parse_options (struct options *options, int argc, const char *const *argv)
{
  *options = (struct options){
    .style.fail_on = 1u << KCFI_AUDIT_MIXED | 1u << KCFI_AUDIT_UNPROTECTED
		     | 1u << KCFI_AUDIT_ADDED | 1u << KCFI_AUDIT_GROWN
		     | 1u << KCFI_AUDIT_LOST,
    .debug = true,
    .style.colour = isatty (STDOUT_FILENO) && !getenv ("NO_COLOR"),
    .progress = isatty (STDERR_FILENO),
    .style.limit = DEFAULT_LIMIT,
    .operands = kcfi_allocate ((size_t) argc * sizeof *options->operands)
  };
  bool only_operands = false;
  for (int i = 1; i < argc; i++)
    {
      const char *argument = argv[i], **file;
      char *error = NULL;
      if (only_operands || argument[0] != '-' || !argument[1])
	read_operand (options, argument);
      else if (!strcmp (argument, "--"))
	only_operands = true;
      else if ((file = file_option (options, argument)))
	{
	  if (i + 1 == argc)
	    return describe_error ("a file name is missing after", argument);
	  *file = argv[++i];
	}
      else
	error = read_option (options, argument);
      if (error)
	return error;
    }
  if (options->command == COMMAND_DIFF && options->operands_count != 2)
    return kcfi_duplicate ("diff wants two files");
  if (options->command == COMMAND_DIFF && options->format != KCFI_AUDIT_TEXT
      && options->format != KCFI_AUDIT_JSON)
    return kcfi_duplicate ("diff reports as text or JSON only");
  if (options->command == COMMAND_REPORT && !options->operands_count)
    return kcfi_duplicate ("no file was named");
  return NULL;
}
