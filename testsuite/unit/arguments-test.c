/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/arguments.c: what each plugin argument sets, and that
   every wrong one is refused with a text that names it.  */

#include "../../plugin/arguments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

static void
check (bool ok, const char *name, const char *detail)
{
  printf ("%s: %s\n", ok ? "PASS" : "FAIL", name);
  if (!ok)
    {
      failures++;
      if (detail != NULL)
	printf ("  got: %s\n", detail);
    }
}

/* Parse one argument, or two if KEY2 is not NULL.  */
static char *
parse (struct kcfi_arguments *options, const char *key1, const char *value1,
       const char *key2, const char *value2)
{
  struct kcfi_argument arguments[] = { { key1, value1 }, { key2, value2 } };
  return kcfi_arguments_parse (options, arguments, key2 != NULL ? 2 : 1);
}

/* KEY=VALUE must be refused with a text that contains KEY and both parts.  */
static void
check_error (const char *name, const char *key, const char *value,
	     const char *part1, const char *part2)
{
  struct kcfi_arguments options;
  char *error = parse (&options, key, value, NULL, NULL);
  check (error != NULL && strstr (error, key) != NULL
	     && strstr (error, part1) != NULL && strstr (error, part2) != NULL,
	 name, error != NULL ? error : "no error");
  free (error);
}

static void
test_defaults (void)
{
  struct kcfi_arguments options;
  memset (&options, 0xff, sizeof options);
  char *error = kcfi_arguments_parse (&options, NULL, 0);
  check (error == NULL && !options.id.normalize_integers
	     && !options.id.generalize_pointers
	     && options.id.hash == KCFI_HASH_XXHASH64 && !options.disabled
	     && !options.help && !options.version && !options.print_ids
	     && options.print_ids_file == NULL,
	 "no arguments: defaults, whatever the struct held before", error);
  free (error);
}

static void
test_flags (void)
{
  struct kcfi_arguments options;
  char *error = parse (&options, "normalize-integers", NULL, NULL, NULL);
  check (error == NULL && options.id.normalize_integers
	     && !options.id.generalize_pointers,
	 "normalize-integers", error);
  free (error);

  error = parse (&options, "generalize-pointers", NULL, NULL, NULL);
  check (error == NULL && options.id.generalize_pointers
	     && !options.id.normalize_integers,
	 "generalize-pointers", error);
  free (error);

  error = parse (&options, "normalize-integers", NULL, "generalize-pointers",
		 NULL);
  check (error == NULL && options.id.generalize_pointers
	     && options.id.normalize_integers,
	 "both id flags", error);
  free (error);

  error = parse (&options, "disable", NULL, NULL, NULL);
  check (error == NULL && options.disabled && !options.help, "disable", error);
  free (error);

  error = parse (&options, "help", NULL, "version", NULL);
  check (error == NULL && options.help && options.version && !options.disabled,
	 "help and version", error);
  free (error);
}

static void
test_values (void)
{
  struct kcfi_arguments options;
  char *error = parse (&options, "hash", "FNV-1a", NULL, NULL);
  check (error == NULL && options.id.hash == KCFI_HASH_FNV1A, "hash=FNV-1a",
	 error);
  free (error);

  error = parse (&options, "hash", "FNV-1a", "hash", "xxHash64");
  check (error == NULL && options.id.hash == KCFI_HASH_XXHASH64,
	 "the last hash counts", error);
  free (error);

  error = parse (&options, "print-ids", NULL, NULL, NULL);
  check (error == NULL && options.print_ids && options.print_ids_file == NULL,
	 "print-ids", error);
  free (error);

  error = parse (&options, "print-ids", "a=b.tsv", NULL, NULL);
  check (error == NULL && options.print_ids && options.print_ids_file != NULL
	     && strcmp (options.print_ids_file, "a=b.tsv") == 0,
	 "print-ids=FILE", error);
  free (error);

  error = parse (&options, "print-ids", "x", "print-ids", NULL);
  check (error == NULL && options.print_ids && options.print_ids_file == NULL,
	 "the last print-ids counts", error);
  free (error);

  error = parse (&options, "dump", NULL, NULL, NULL);
  check (error == NULL && options.dump && options.dump_list == NULL, "dump",
	 error);
  free (error);

  error = parse (&options, "dump", "rtl-a-details,tree-c", NULL, NULL);
  check (error == NULL && options.dump && options.dump_list != NULL
	     && strcmp (options.dump_list, "rtl-a-details,tree-c") == 0,
	 "dump=LIST", error);
  free (error);
}

static void
test_warnings (void)
{
  struct kcfi_arguments options;
  char *error = kcfi_arguments_parse (&options, NULL, 0);
  check (error == NULL
	     && options.warnings == (KCFI_WARN_TRAMPOLINE | KCFI_WARN_IFUNC),
	 "only the warnings about trampolines and ifuncs are on", error);
  free (error);

  error = parse (&options, "warn", "cast,alias", "no-warn", "trampoline,ifunc");
  check (error == NULL
	     && options.warnings == (KCFI_WARN_CAST | KCFI_WARN_ALIAS),
	 "warn= adds, no-warn= removes", error);
  free (error);

  error = parse (&options, "warn", "all", "no-warn", "devirt");
  check (error == NULL
	     && options.warnings == (KCFI_WARN_ALL & ~KCFI_WARN_DEVIRT),
	 "warn=all", error);
  free (error);

  error = parse (&options, "no-warn", "all", "warn", "unstable");
  check (error == NULL && options.warnings == KCFI_WARN_UNSTABLE,
	 "the last one wins", error);
  free (error);

  check_error ("unknown warning", "warn", "cast,colour",
	       "'cast,colour' is not a valid value for plugin argument",
	       "'devirt'");
  check_error ("empty element", "warn", "cast,",
	       "'cast,' is not a valid value for plugin argument", "'all'");
  check_error ("a longer name is another", "warn", "casts",
	       "'casts' is not a valid value for plugin argument", "'cast'");
}

static void
test_check (void)
{
  struct kcfi_arguments options;
  char *error = parse (&options, "check", "not-taken", NULL, NULL);
  check (!error && options.choices.form == KCFI_CHECK_NOT_TAKEN,
	 "check=not-taken", error);
  error = parse (&options, "check", "out-of-line", NULL, NULL);
  check (!error && options.choices.form == KCFI_CHECK_OUT_OF_LINE,
	 "check=out-of-line", error);
  error = parse (&options, "check", "not-taken", "check", "classic");
  check (!error && options.choices.form == KCFI_CHECK_CLASSIC,
	 "the last check counts", error);
  error = parse (&options, "arity", NULL, NULL, NULL);
  check (!error && options.choices.form == KCFI_CHECK_CLASSIC,
	 "classic is the default", error);
  check_error ("unknown form", "check", "fast",
	       "'fast' is not a valid value for plugin argument 'check'",
	       "'classic', 'not-taken' (x86_64) and 'out-of-line' (aarch64)");
}

static void
test_virtual (void)
{
  struct kcfi_arguments options;
  char *error = parse (&options, "arity", NULL, NULL, NULL);
  check (!error && options.virtual_mode == KCFI_VIRTUAL_OFF
	     && !options.virtual_all,
	 "virtual calls are not checked by default", error);
  error = parse (&options, "virtual", "name", "virtual-all", NULL);
  check (!error && options.virtual_mode == KCFI_VIRTUAL_NAME
	     && options.virtual_all,
	 "virtual=name, virtual-all", error);
  error = parse (&options, "virtual", "class", NULL, NULL);
  check (!error && options.virtual_mode == KCFI_VIRTUAL_CLASS, "virtual=class",
	 error);
  error = parse (&options, "virtual", "class", "virtual", "off");
  check (!error && options.virtual_mode == KCFI_VIRTUAL_OFF,
	 "the last virtual counts", error);
  check_error ("unknown mode", "virtual", "type",
	       "'type' is not a valid value for plugin argument 'virtual'",
	       "'off', 'name' and 'class'");
  check_error ("no mode", "virtual", NULL, "needs a value",
	       "write 'virtual=off|name|class'");
}

static void
test_errors (void)
{
  check_error ("unknown argument", "frobnicate", NULL,
	       "unknown argument 'frobnicate'", "'normalize-integers'");
  check_error ("the error lists the last row too", "frobnicate", "1",
	       "'print-ids[=FILE]'", "'version'");
  check_error ("a prefix of a name is unknown", "normalize", NULL,
	       "unknown argument 'normalize'", "'hash=xxHash64|FNV-1a'");
  check_error ("a longer name is unknown", "hashes", "FNV-1a",
	       "unknown argument 'hashes'", "valid arguments are");
  check_error ("names are case-sensitive", "Disable", NULL,
	       "unknown argument 'Disable'", "'disable'");
  check_error ("empty name", "", NULL, "unknown argument ''", "'help'");
  check_error ("value for a flag", "normalize-integers", "1", "takes no value",
	       "write 'normalize-integers'");
  check_error ("empty value for a flag", "disable", "", "takes no value",
	       "write 'disable'");
  check_error ("missing value", "hash", NULL, "needs a value",
	       "write 'hash=xxHash64|FNV-1a'");
  check_error ("empty value", "hash", "", "has an empty value", "xxHash64");
  check_error ("empty file name", "print-ids", "", "has an empty value",
	       "write 'print-ids[=FILE]'");
  check_error ("dump with a file", "dump", "tree-a=b",
	       "'tree-a=b' is not a valid value for plugin argument",
	       "without '=FILE'");
  check_error ("unknown hash", "hash", "md5",
	       "'md5' is not a valid value for plugin argument",
	       "'xxHash64' and 'FNV-1a'");
  check_error ("hash names are case-sensitive", "hash", "xxhash64",
	       "'xxhash64' is not a valid value for plugin argument",
	       "'xxHash64'");

  struct kcfi_arguments options;
  char *error = parse (&options, "nonsense", NULL, "rubbish", NULL);
  check (error != NULL && strstr (error, "'nonsense'") != NULL
	     && strstr (error, "rubbish") == NULL,
	 "the first wrong argument is named", error);
  free (error);

  error = parse (&options, "disable", NULL, "rubbish", NULL);
  check (error != NULL && strstr (error, "'rubbish'") != NULL,
	 "disable does not hide a wrong argument", error);
  free (error);
}

static void
test_long_argument (void)
{
  size_t length = 100000;
  char *key = malloc (length + 1);
  if (key == NULL)
    abort ();
  memset (key, 'k', length);
  key[length] = '\0';
  struct kcfi_arguments options;
  char *error = parse (&options, key, NULL, NULL, NULL);
  check (error != NULL && strstr (error, key) != NULL,
	 "an argument of any length is named", NULL);
  free (error);
  free (key);
}

static void
test_help (void)
{
  static const char *const names[] = { "normalize-integers",
				       "generalize-pointers",
				       "hash=xxHash64|FNV-1a",
				       "arity",
				       "kernel-traps",
				       "check=classic|not-taken|out-of-line",
				       "no-trap-table",
				       "virtual=off|name|class",
				       "virtual-all",
				       "print-ids[=FILE]",
				       "dump[=LIST]",
				       "warn=LIST",
				       "no-warn=LIST",
				       "disable",
				       "help",
				       "version" };
  char *help = kcfi_arguments_help ();
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    {
      char line[64];
      char name[64];
      snprintf (line, sizeof line, "\n  %s ", names[i]);
      snprintf (name, sizeof name, "help has %s", names[i]);
      check (strstr (help, line) != NULL, name, help);
    }
  check (help[strlen (help) - 1] == '\n', "help ends with a newline", help);
  free (help);
}

int
main (void)
{
  test_defaults ();
  test_flags ();
  test_values ();
  test_warnings ();
  test_check ();
  test_virtual ();
  test_errors ();
  test_long_argument ();
  test_help ();
  return failures != 0;
}
