/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plugin's arguments, by a table: a new argument is a new row of ROWS (and
   a field for it in struct kcfi_arguments).  The names follow Clang's options,
   -fsanitize-cfi-icall-experimental-normalize-integers,
   -fsanitize-cfi-icall-generalize-pointers and -fsanitize-kcfi-hash=; so do
   the names of the hashes, which are case-sensitive there as well.  */

#include "arguments.h"

#include <string.h>

#include "base/text.h"

enum value_rule
{
  VALUE_NONE,
  VALUE_OPTIONAL,
  VALUE_REQUIRED
};

struct row
{
  const char *name;
  enum value_rule rule;
  const char *value_name; /* In the help; NULL with VALUE_NONE.  */

  /* Enter the argument into OPTIONS.  VALUE is NULL or not empty, as RULE
     allows.  False if VALUE is none of VALID_VALUES.  */
  bool (*enter) (struct kcfi_arguments *options, const char *value);
  const char *valid_values; /* For the error; NULL if any will do.  */
  const char *help;
};

static bool
enter_normalize_integers (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->id.normalize_integers = true;
  return true;
}

static bool
enter_generalize_pointers (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->id.generalize_pointers = true;
  return true;
}

static bool
enter_arity (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->choices.arity = true;
  return true;
}

static bool
enter_kernel_traps (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->choices.kernel_traps = true;
  return true;
}

static bool
enter_no_trap_table (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->choices.no_trap_table = true;
  return true;
}

static bool
enter_hash (struct kcfi_arguments *options, const char *value)
{
  return kcfi_hash_by_name (value, &options->id.hash);
}

/* By enum kcfi_check_form.  */
const char *const kcfi_form_names[3]
    = { "classic", "not-taken", "out-of-line" };

static bool
enter_check (struct kcfi_arguments *options, const char *value)
{
  for (unsigned i = 0; i < sizeof kcfi_form_names / sizeof kcfi_form_names[0];
       i++)
    if (strcmp (value, kcfi_form_names[i]) == 0)
      {
	options->choices.form = (enum kcfi_check_form) i;
	return true;
      }
  return false;
}

static bool
enter_virtual (struct kcfi_arguments *options, const char *value)
{
  return kcfi_virtual_mode_by_name (value, &options->virtual_mode);
}

static bool
enter_virtual_all (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->virtual_all = true;
  return true;
}

static bool
enter_print_ids (struct kcfi_arguments *options, const char *value)
{
  options->print_ids = true;
  options->print_ids_file = value;
  return true;
}

/* GCC cuts a character off the end of an argument for each '=' in its value
   (parse_plugin_arg_opt in plugin.cc), so that dumps cannot be given a file. */
static bool
enter_dump (struct kcfi_arguments *options, const char *value)
{
  options->dump = true;
  options->dump_list = value;
  return value == NULL || strchr (value, '=') == NULL;
}

/* In the order of the bits of enum kcfi_warning.  */
static const char *const warning_names[]
    = { "cast",	    "devirt",	  "unprototyped", "alias",
	"unstable", "trampoline", "ifunc",	  "rust-ffi" };

#define WARNING_NAMES                                                          \
  "'all' or a list of 'cast', 'devirt', 'unprototyped', 'alias',"              \
  " 'unstable', 'trampoline', 'ifunc', 'rust-ffi'"

/* The set of warnings that LIST, names between commas, names; 0 if one of them
   is unknown.  */
static unsigned
warning_set (const char *list)
{
  enum
  {
    COUNT = sizeof warning_names / sizeof warning_names[0]
  };
  unsigned set = 0;
  while (true)
    {
      size_t length = strcspn (list, ",");
      unsigned bits = 0;
      if (length == 3 && strncmp (list, "all", 3) == 0)
	bits = KCFI_WARN_ALL;
      for (unsigned i = 0; i < COUNT; i++)
	if (strlen (warning_names[i]) == length
	    && strncmp (list, warning_names[i], length) == 0)
	  bits = 1u << i;
      if (bits == 0)
	return 0;
      set |= bits;
      if (list[length] == '\0')
	return set;
      list += length + 1;
    }
}

static bool
enter_warn (struct kcfi_arguments *options, const char *value)
{
  options->warnings |= warning_set (value);
  return warning_set (value) != 0;
}

static bool
enter_no_warn (struct kcfi_arguments *options, const char *value)
{
  options->warnings &= ~warning_set (value);
  return warning_set (value) != 0;
}

static bool
enter_ffi (struct kcfi_arguments *options, const char *value)
{
  options->border = value;
  return true;
}

static bool
enter_disable (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->disabled = true;
  return true;
}

static bool
enter_help (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->help = true;
  return true;
}

static bool
enter_version (struct kcfi_arguments *options, const char *value)
{
  (void) value;
  options->version = true;
  return true;
}

static const struct row rows[] = {
  { "normalize-integers", VALUE_NONE, NULL, enter_normalize_integers, NULL,
    "name integer types by size and sign in type ids" },
  { "generalize-pointers", VALUE_NONE, NULL, enter_generalize_pointers, NULL,
    "treat all pointer parameters and results as void * in type ids" },
  { "hash", VALUE_REQUIRED, "xxHash64|FNV-1a", enter_hash,
    "'xxHash64' and 'FNV-1a'", "hash of the type ids (default: xxHash64)" },
  { "arity", VALUE_NONE, NULL, enter_arity, NULL,
    "tell in each preamble how many registers carry arguments (x86_64)" },
  { "kernel-traps", VALUE_NONE, NULL, enter_kernel_traps, NULL,
    "use the trap that Linux's handler recognizes (arm: bkpt)" },
  { "check", VALUE_REQUIRED, "classic|not-taken|out-of-line", enter_check,
    "'classic', 'not-taken' (x86_64) and 'out-of-line' (aarch64)",
    "form of the checks: Clang's (default), or one without a taken branch" },
  { "no-trap-table", VALUE_NONE, NULL, enter_no_trap_table, NULL,
    "write no list of the checks' traps into .kcfi_traps" },
  { "virtual", VALUE_REQUIRED, "off|name|class", enter_virtual,
    "'off', 'name' and 'class'",
    "how to check virtual calls of C++ (default: off)" },
  { "virtual-all", VALUE_NONE, NULL, enter_virtual_all, NULL,
    "check virtual calls of classes from system headers, too" },
  { "print-ids", VALUE_OPTIONAL, "FILE", enter_print_ids, NULL,
    "write the type id of each function and call to FILE"
    " (default: standard error)" },
  { "dump", VALUE_OPTIONAL, "LIST", enter_dump,
    "dumps with their flags, without '=FILE'",
    "write what the passes do, as -fdump-LIST would (default: all of them)" },
  { "warn", VALUE_REQUIRED, "LIST", enter_warn, WARNING_NAMES,
    "give these warnings (default: trampoline,ifunc)" },
  { "no-warn", VALUE_REQUIRED, "LIST", enter_no_warn, WARNING_NAMES,
    "do not give these warnings" },
  { "ffi", VALUE_REQUIRED, "PATTERN", enter_ffi, NULL,
    "files that warn=rust-ffi looks at (default: all)" },
  { "disable", VALUE_NONE, NULL, enter_disable, NULL,
    "do nothing: no checks, no type ids" },
  { "help", VALUE_NONE, NULL, enter_help, NULL, "print this text" },
  { "version", VALUE_NONE, NULL, enter_version, NULL,
    "print the version of the plugin" }
};

enum
{
  ROW_COUNT = sizeof rows / sizeof rows[0]
};

/* Append how an argument is written: "hash=xxHash64|FNV-1a",
   "print-ids[=FILE]".  */
static void
add_spelling (struct kcfi_text *text, const struct row *row)
{
  kcfi_text_add (text, row->name);
  if (row->rule == VALUE_OPTIONAL)
    kcfi_text_printf (text, "[=%s]", row->value_name);
  else if (row->rule == VALUE_REQUIRED)
    kcfi_text_printf (text, "=%s", row->value_name);
}

static const struct row *
find_row (const char *key)
{
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (strcmp (rows[i].name, key) == 0)
      return &rows[i];
  return NULL;
}

static char *
unknown_argument (const char *key)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text,
		    "unknown argument '%s' of plugin 'kcfi'; valid"
		    " arguments are",
		    key);
  for (size_t i = 0; i < ROW_COUNT; i++)
    {
      kcfi_text_add (&text, i == 0 ? " '" : ", '");
      add_spelling (&text, &rows[i]);
      kcfi_text_add (&text, "'");
    }
  return kcfi_text_take (&text);
}

/* An error about the known argument of ROW: PROBLEM and how it is written.  */
static char *
malformed_argument (const struct row *row, const char *problem)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "argument '%s' of plugin 'kcfi' %s; write '",
		    row->name, problem);
  add_spelling (&text, row);
  kcfi_text_add (&text, "'");
  return kcfi_text_take (&text);
}

static char *
wrong_value (const struct row *row, const char *value)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text,
		    "'%s' is not a valid value for plugin argument '%s';"
		    " valid values are %s",
		    value, row->name, row->valid_values);
  return kcfi_text_take (&text);
}

/* Enter one argument; the text of an error, or NULL.  */
static char *
parse_argument (struct kcfi_arguments *options,
		const struct kcfi_argument *argument)
{
  const struct row *row = find_row (argument->key);
  if (row == NULL)
    return unknown_argument (argument->key);

  const char *value = argument->value;
  if (value != NULL && row->rule == VALUE_NONE)
    return malformed_argument (row, "takes no value");
  if (value == NULL && row->rule == VALUE_REQUIRED)
    return malformed_argument (row, "needs a value");
  if (value != NULL && *value == '\0')
    return malformed_argument (row, "has an empty value");

  if (!row->enter (options, value))
    return wrong_value (row, value);
  return NULL;
}

char *
kcfi_arguments_parse (struct kcfi_arguments *options,
		      const struct kcfi_argument *arguments, size_t count)
{
  memset (options, 0, sizeof *options);
  options->id.hash = KCFI_HASH_XXHASH64;
  options->warnings = KCFI_WARN_DEFAULT;

  for (size_t i = 0; i < count; i++)
    {
      char *error = parse_argument (options, &arguments[i]);
      if (error != NULL)
	return error;
    }
  return NULL;
}

char *
kcfi_arguments_help (void)
{
  struct kcfi_text text = { 0 };
  kcfi_text_add (&text, "Arguments of plugin 'kcfi'"
			" (-fplugin-arg-kcfi-ARGUMENT):\n");
  for (size_t i = 0; i < ROW_COUNT; i++)
    {
      struct kcfi_text spelling = { 0 };
      add_spelling (&spelling, &rows[i]);
      kcfi_text_printf (&text, "  %-22s  %s\n", spelling.bytes, rows[i].help);
      kcfi_text_free (&spelling);
    }
  return kcfi_text_take (&text);
}
