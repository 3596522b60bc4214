/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clang's KCFI switches, by four tables: lists of sanitizers, features of the
   plugin, options that exclude KCFI, and what Clang's -Wunused-command-line-
   argument depends on.  The rules are those of Clang's SanitizerArgs.cpp and
   Driver.cpp, checked with clang-19 and clang-22.

   Whatever is not understood here goes to GCC as it is.  GCC knows no
   sanitizer "kcfi" and no option of that name, so it refuses what was missed:
   never is code left unprotected in silence.  */

#include "switches.h"

#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "separate-options.h"

/* What "kcfi" in a list of sanitizers does.  */
enum list_effect
{
  TURNS_ON,
  TURNS_OFF,	   /* So does "all".  */
  CHANGES_NOTHING, /* KCFI is so anyway.  */
  IS_REFUSED	   /* KCFI is never so.  */
};

static const struct list_option
{
  const char *prefix;
  enum list_effect effect;
} list_options[]
    = { { "-fsanitize=", TURNS_ON },
	{ "-fno-sanitize=", TURNS_OFF },
	/* A handler of the trap may go on after it: always recoverable.  */
	{ "-fsanitize-recover=", CHANGES_NOTHING },
	{ "-fno-sanitize-recover=", IS_REFUSED },
	/* Clang keeps these for sanitizers that could also call a runtime.  */
	{ "-fsanitize-trap=", IS_REFUSED },
	{ "-fno-sanitize-trap=", CHANGES_NOTHING } };

/* A feature: the switches that turn it on and off (NULL if none does), the
   argument of the plugin, and, if ON ends with '=', the values.  */
static const struct feature
{
  const char *on;
  const char *off;
  const char *argument;
  const char *values[4];
} features[] = {
  { "-fsanitize-cfi-icall-experimental-normalize-integers",
    "-fno-sanitize-cfi-icall-experimental-normalize-integers",
    "normalize-integers",
    { NULL } },
  { "-fsanitize-cfi-icall-generalize-pointers",
    "-fno-sanitize-cfi-icall-generalize-pointers",
    "generalize-pointers",
    { NULL } },
  { "-fsanitize-kcfi-arity", "-fno-sanitize-kcfi-arity", "arity", { NULL } },
  { "-fsanitize-kcfi-hash=", NULL, "hash", { "xxHash64", "FNV-1a", NULL } },
  /* Clang has nothing of the kind.  */
  { "-fkcfi-check=",
    NULL,
    "check",
    { "classic", "not-taken", "out-of-line", NULL } },
  { "-fno-kcfi-trap-table", "-fkcfi-trap-table", "no-trap-table", { NULL } },
  { "-fkcfi-virtual=", NULL, "virtual", { "off", "name", "class", NULL } },
  { "-fkcfi-virtual-all", "-fno-kcfi-virtual-all", "virtual-all", { NULL } }
};

#define FEATURE_COUNT (sizeof features / sizeof features[0])
_Static_assert(FEATURE_COUNT <= KCFI_FEATURE_MAX, "raise KCFI_FEATURE_MAX");

/* What cannot go with KCFI: a check loads from the code of the function that is
   called, and Clang's lists of functions without checks are not read.  What
   ends with '=' has a value.  */
static const struct exclusion
{
  const char *on;
  const char *off;
  const char *instead;
} exclusions[]
    = { { "-mpure-code", "-mno-pure-code", "" },
	{ "-mexecute-only", "-mno-execute-only", "" },
	{ "-fsanitize-ignorelist=", "-fno-sanitize-ignorelist",
	  "; give the functions __attribute__((no_sanitize(\"kcfi\"))) or their"
	  " files '-fno-sanitize=kcfi'" } };

/* Suffixes of what is compiled, preprocessed or assembled; GCC hands any other
   file to the linker.  */
static const char *const source_suffixes[]
    = { ".c",  ".i",   ".h",   ".s",   ".S",   ".sx",  ".ii", ".C",
	".cc", ".cp",  ".cxx", ".cpp", ".CPP", ".c++", ".hh", ".H",
	".hp", ".hxx", ".hpp", ".HPP", ".h++", ".tcc" };

#define COUNT_OF(array) (sizeof (array) / sizeof (array)[0])

/* What follows PREFIX in WORD, or NULL if it does not start so.  */
static const char *
after_prefix (const char *word, const char *prefix)
{
  size_t length = strlen (prefix);
  return strncmp (word, prefix, length) == 0 ? word + length : NULL;
}

static char *
unrecognized_argument (const char *option, const char *argument)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "unrecognized argument to '%s' option: '%s'", option,
		    argument);
  return kcfi_text_take (&text);
}

/* Look through the comma separated LIST for "kcfi" and "all", and copy all
   but "kcfi" to REST.  */
static void
scan_list (const char *list, bool *has_kcfi, bool *has_all,
	   struct kcfi_text *rest)
{
  *has_kcfi = *has_all = false;
  for (;;)
    {
      size_t length = strcspn (list, ",");
      if (length == 4 && strncmp (list, "kcfi", 4) == 0)
	*has_kcfi = true;
      else if (length > 0)
	{
	  if (length == 3 && strncmp (list, "all", 3) == 0)
	    *has_all = true;
	  if (rest->length > 0)
	    kcfi_text_add (rest, ",");
	  kcfi_text_add_bytes (rest, list, length);
	}
      if (list[length] == '\0')
	return;
      list += length + 1;
    }
}

/* Word INDEX of LINE is OPTION with LIST: do what it says about KCFI and leave
   what it says about other sanitizers.  */
static char *
read_list (struct kcfi_switches *switches, struct kcfi_command_line *line,
	   size_t index, const struct list_option *option, const char *list)
{
  bool has_kcfi, has_all;
  struct kcfi_text rest = { 0 };
  scan_list (list, &has_kcfi, &has_all, &rest);

  if (option->effect == TURNS_ON && has_kcfi)
    switches->on = switches->named = true;
  else if (option->effect == TURNS_OFF && (has_kcfi || has_all))
    switches->on = false;
  else if (option->effect == IS_REFUSED && has_kcfi)
    {
      kcfi_text_free (&rest);
      return unrecognized_argument (option->prefix, "kcfi");
    }

  if (has_kcfi && rest.length > 0)
    {
      struct kcfi_text word = { 0 };
      kcfi_text_printf (&word, "%s%s", option->prefix, rest.bytes);
      kcfi_command_line_replace (line, index, kcfi_text_take (&word));
    }
  else if (has_kcfi)
    kcfi_command_line_drop (line, index);
  kcfi_text_free (&rest);
  return NULL;
}

/* True if VALUE is one of FEATURE's.  */
static bool
is_value (const struct feature *feature, const char *value)
{
  for (size_t i = 0; feature->values[i] != NULL; i++)
    if (strcmp (feature->values[i], value) == 0)
      return true;
  return false;
}

static char *
wrong_value (const struct feature *feature, const char *value)
{
  struct kcfi_text text = { 0 };
  char *start = unrecognized_argument (feature->on, value);
  kcfi_text_printf (&text, "%s; valid arguments are:", start);
  free (start);
  for (size_t i = 0; feature->values[i] != NULL; i++)
    kcfi_text_printf (&text, " %s", feature->values[i]);
  return kcfi_text_take (&text);
}

/* If word INDEX of LINE turns a feature on or off, do so and set *FOUND.  */
static char *
read_feature (struct kcfi_switches *switches, struct kcfi_command_line *line,
	      size_t index, bool *found)
{
  const char *word = line->words[index].text;
  for (size_t i = 0; i < FEATURE_COUNT; i++)
    {
      const struct feature *feature = &features[i];
      const char *value = after_prefix (word, feature->on);
      bool off = feature->off != NULL && strcmp (word, feature->off) == 0;
      bool on = value != NULL && (*value == '\0' || feature->values[0] != NULL);
      if (!on && !off)
	continue;
      *found = true;
      if (on && feature->values[0] != NULL && !is_value (feature, value))
	return wrong_value (feature, value);
      switches->features[i] = on ? word : NULL;
      kcfi_strings_add_copy (&switches->unused, word);
      kcfi_command_line_drop (line, index);
      return NULL;
    }
  return NULL;
}

/* Note what WORD, an option that GCC gets as well, means for the rest.  */
static void
note_option (struct kcfi_switches *switches, const char *word)
{
  for (size_t i = 0; i < COUNT_OF (exclusions); i++)
    {
      const char *rest = after_prefix (word, exclusions[i].on);
      if (rest != NULL && (*rest == '\0' || rest[-1] == '='))
	switches->incompatible = &exclusions[i];
      else if (switches->incompatible == &exclusions[i]
	       && strcmp (word, exclusions[i].off) == 0)
	switches->incompatible = NULL;
    }

  const char *value = after_prefix (word, "-D__KERNEL__");
  if (value != NULL && (*value == '\0' || *value == '='))
    switches->kernel = true;
  else if (strcmp (word, "-U__KERNEL__") == 0)
    switches->kernel = false;
  else if (strcmp (word, "-w") == 0
	   || strcmp (word, "-Wno-unused-command-line-argument") == 0)
    switches->no_warnings = true;
  else if (strcmp (word, "-Werror") == 0)
    switches->warnings_are_errors = true;
  else if (strcmp (word, "-Wno-error") == 0)
    switches->warnings_are_errors = false;
}

/* True if GCC compiles, preprocesses or assembles FILE.  LANGUAGE is that of
   the last -x, or NULL.  */
static bool
is_source (const char *file, const char *language)
{
  if (language != NULL && strcmp (language, "none") != 0)
    return true;
  const char *name = strrchr (file, '/');
  const char *suffix = strrchr (name != NULL ? name : file, '.');
  for (size_t i = 0; suffix != NULL && i < COUNT_OF (source_suffixes); i++)
    if (strcmp (suffix, source_suffixes[i]) == 0)
      return true;
  return false;
}

/* True if WORD loads this plugin.  */
static bool
loads_plugin (const char *word)
{
  const char *file = after_prefix (word, "-fplugin=");
  if (file == NULL)
    return false;
  const char *name = strrchr (file, '/');
  name = name != NULL ? name + 1 : file;
  return strcmp (name, "kcfi") == 0 || strcmp (name, "kcfi.so") == 0;
}

/* Read word INDEX of LINE, an option that GCC takes no argument for.  */
static char *
read_option (struct kcfi_switches *switches, struct kcfi_command_line *line,
	     size_t index)
{
  const char *word = line->words[index].text;
  for (size_t i = 0; i < COUNT_OF (list_options); i++)
    {
      const char *list = after_prefix (word, list_options[i].prefix);
      if (list != NULL)
	return read_list (switches, line, index, &list_options[i], list);
    }

  bool found = false;
  char *error = read_feature (switches, line, index, &found);
  if (found)
    return error;

  if (strcmp (word, "--kcfi-help") == 0)
    switches->help = true;
  else if (strcmp (word, "--kcfi-version") == 0)
    switches->version = true;
  else if (strcmp (word, "-fplugin-arg-kcfi-help") == 0
	   || strcmp (word, "-fplugin-arg-kcfi-version") == 0)
    switches->asks = true;
  else if (loads_plugin (word))
    switches->names_plugin = true;
  else
    note_option (switches, word);
  return NULL;
}

/* If word *INDEX of LINE is --kcfi-id, take it and its prototype out of LINE; *INDEX
   is then that of the last word of both.  */
static char *
read_prototype (struct kcfi_switches *switches, struct kcfi_command_line *line,
		size_t *index)
{
  const char *rest = after_prefix (line->words[*index].text, "--kcfi-id");
  if (rest == NULL || (*rest != '\0' && *rest != '='))
    return NULL;
  kcfi_command_line_drop (line, *index);
  if (*rest == '=')
    switches->prototype = rest + 1;
  else if (*index + 1 == line->count)
    return kcfi_duplicate ("missing prototype after '--kcfi-id'");
  else
    {
      ++*index;
      switches->prototype = line->words[*index].text;
      kcfi_command_line_drop (line, *index);
    }
  return NULL;
}

/* Take the plugin's arguments out of LINE: GCC does not take those of a plugin
   that is not there, and what adds -fno-sanitize=kcfi for one file cannot take
   other options away.  */
static void
drop_plugin_arguments (struct kcfi_command_line *line)
{
  for (size_t i = 0; i < line->count; i++)
    if (kcfi_takes_next_word (line->words[i].text))
      i++;
    else if (after_prefix (line->words[i].text, "-fplugin-arg-kcfi-") != NULL)
      kcfi_command_line_drop (line, i);
}

char *
kcfi_switches_read (struct kcfi_switches *switches,
		    struct kcfi_command_line *line)
{
  const char *language = NULL;
  for (size_t i = 0; i < line->count; i++)
    {
      const char *word = line->words[i].text;
      char *error = read_prototype (switches, line, &i);
      if (error != NULL)
	return error;
      if (line->words[i].dropped)
	continue;
      if (kcfi_takes_next_word (word))
	{
	  i++;
	  if (strcmp (word, "-x") == 0 && i < line->count)
	    language = line->words[i].text;
	}
      else if (after_prefix (word, "-x") != NULL)
	language = word + 2;
      else if (word[0] != '-' || word[1] == '\0')
	{
	  switches->has_input = true;
	  switches->compiles |= is_source (word, language);
	}
      else
	{
	  error = read_option (switches, line, i);
	  if (error != NULL)
	    return error;
	}
    }

  /* An id is asked for, whatever the options of the program's files say.  */
  if (switches->prototype != NULL)
    switches->on = switches->named = true;
  if (switches->named && !switches->on && !switches->names_plugin
      && !kcfi_switches_only_ask (switches))
    drop_plugin_arguments (line);
  if (switches->on && switches->incompatible != NULL)
    {
      struct kcfi_text text = { 0 };
      kcfi_text_printf (&text, "'-fsanitize=kcfi' is incompatible with '%s'%s",
			switches->incompatible->on,
			switches->incompatible->instead);
      return kcfi_text_take (&text);
    }
  return NULL;
}

void
kcfi_switches_write (const struct kcfi_switches *switches, const char *plugin,
		     struct kcfi_strings *arguments)
{
  struct kcfi_text word = { 0 };
  kcfi_text_printf (&word, "-fplugin=%s", plugin);
  kcfi_strings_add (arguments, kcfi_text_take (&word));

  /* GCC wants arguments of a plugin after the plugin.  */
  for (size_t i = 0; i < FEATURE_COUNT; i++)
    if (switches->features[i] != NULL)
      {
	const char *value
	    = after_prefix (switches->features[i], features[i].on);
	kcfi_text_printf (&word, "-fplugin-arg-kcfi-%s%s%s",
			  features[i].argument, *value != '\0' ? "=" : "",
			  value);
	kcfi_strings_add (arguments, kcfi_text_take (&word));
      }

  /* All C code of Linux is compiled so, and no other code has its handlers.  */
  if (switches->kernel)
    kcfi_strings_add_copy (arguments, "-fplugin-arg-kcfi-kernel-traps");

  /* Linux 6.1 and 6.12 define __nocfi for Clang alone, and leave a definition
     that is there alone; later ones define the very same tokens.  */
  kcfi_strings_add_copy (arguments, "-D__nocfi=__attribute__"
				    "((__no_sanitize__(\"kcfi\")))");
}

bool
kcfi_switches_only_ask (const struct kcfi_switches *switches)
{
  return switches->asks && !switches->has_input;
}

bool
kcfi_switches_are_unused (const struct kcfi_switches *switches)
{
  return switches->unused.count > 0 && !switches->named && switches->compiles
	 && !switches->no_warnings;
}

void
kcfi_switches_free (struct kcfi_switches *switches)
{
  kcfi_strings_free (&switches->unused);
  memset (switches, 0, sizeof *switches);
}
