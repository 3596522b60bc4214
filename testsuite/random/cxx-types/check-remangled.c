/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-remangled DEFAULT.s MODE=FILE.s...  checks kcfi_remangle with what Clang
   made of a file of cxx-type-gen: DEFAULT.s without options, each FILE.s under
   MODE, "normalized", "generalized" or "both".

   The plain string is what DEFAULT.s calls the type's type_info, with the
   qualifiers of a method put around, and must have the id that DEFAULT.s gives
   the function.  Then kcfi_remangle must
     - without an option give the string again,
     - generalized, give the name of the second type_info (where prelude.hh can
       name it),
     - under each MODE, give the id that FILE.s has.

   Prints a line for each difference, at last `COUNT compared, COUNT different'.
   Exit status 0 if there is none and at least one id, 1 otherwise, 2 for a usage
   error or a file that is not as expected.  */

#include "../../../gimple/ids/kcfi-ids.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One function of a file, by number.  */
struct function
{
  bool known;
  char qualifiers[8];
  uint32_t id;
};

struct unit
{
  struct function *functions;
  size_t function_count;
  char **names; /* What `strings' refers to, in order.  */
  size_t name_count;
};

static unsigned long compared, different;

/* The target that the generator's files are compiled for: x86_64.  */
static const struct kcfi_integer_types integers
  = { .int_bits = 32, .long_bits = 64, .wide_bits = 32,
      .wide_is_signed = true, .char_is_signed = true };

static void
fail (const char *file, const char *what)
{
  fprintf (stderr, "check-remangled: %s: %s\n", file, what);
  exit (2);
}

/* .set __kcfi_typeid_fKR12, 123  */
static void
read_id (struct unit *unit, const char *line)
{
  static const char start[] = ".set __kcfi_typeid_f";
  struct function function = { .known = true };
  unsigned long number;
  size_t length;
  if (strncmp (line, start, sizeof start - 1) != 0)
    return;
  line += sizeof start - 1;
  length = strspn (line, "VKRO");
  if (length >= sizeof function.qualifiers)
    return;
  memcpy (function.qualifiers, line, length);
  line += length;
  char *end;
  number = strtoul (line, &end, 10);
  if (end == line || *end != ',' || number > 1000000)
    return;
  function.id = (uint32_t) strtoll (end + 1, NULL, 0);
  if (number >= unit->function_count)
    {
      unit->functions
	= kcfi_reallocate (unit->functions,
			   (number + 1) * sizeof *unit->functions);
      while (unit->function_count <= number)
	unit->functions[unit->function_count++] = (struct function){ 0 };
    }
  unit->functions[number] = function;
}

/* <tab>.quad<tab>_ZTIFvvE: in the table if IN_TABLE, which ends with it.  */
static bool
read_table (struct unit *unit, const char *line, bool in_table)
{
  if (strncmp (line, "strings:", 8) == 0)
    return true;
  const char *name = strstr (line, "_ZTI");
  if (!in_table || !strstr (line, ".quad") || !name)
    return false;
  unit->names = kcfi_reallocate (unit->names, (unit->name_count + 1)
						* sizeof *unit->names);
  unit->names[unit->name_count] = kcfi_duplicate (name + 4);
  unit->names[unit->name_count][strcspn (name + 4, "\"\n")] = '\0';
  unit->name_count++;
  return true;
}

static void
read_unit (struct unit *unit, const char *name)
{
  FILE *file = fopen (name, "r");
  char *line = NULL;
  size_t room = 0;
  bool in_table = false;
  if (!file)
    fail (name, "cannot be read");
  while (getline (&line, &room, file) > 0)
    {
      read_id (unit, line);
      in_table = read_table (unit, line, in_table);
    }
  free (line);
  fclose (file);
  if (unit->name_count < 2 * unit->function_count)
    fail (name, "names and functions do not fit");
}

static void
free_unit (struct unit *unit)
{
  for (size_t i = 0; i < unit->name_count; i++)
    free (unit->names[i]);
  free (unit->names);
  free (unit->functions);
}

/* "_ZTS", NAME with the QUALIFIERS of a method, and SUFFIX.  */
static char *
make_string (const char *name, const char *qualifiers, const char *suffix)
{
  struct kcfi_text text = { 0 };
  size_t before = strspn (qualifiers, "VK");
  kcfi_text_add (&text, "_ZTS");
  kcfi_text_add_bytes (&text, qualifiers, before);
  kcfi_text_add_bytes (&text, name, strlen (name) - 1);
  kcfi_text_add (&text, qualifiers + before);
  kcfi_text_add (&text, "E");
  kcfi_text_add (&text, suffix);
  return kcfi_text_take (&text);
}

static void
differ (const char *mode, const char *string, const char *ours,
	const char *expected)
{
  different++;
  printf ("%s: %s\n  ours     %s\n  expected %s\n", mode, string, ours,
	  expected);
}

/* STRING under OPTIONS must be EXPECTED, or have EXPECTED_ID if that is NULL.  */
static void
check_mode (const char *mode, const char *string,
	    const struct kcfi_id_options *options, const char *expected,
	    uint32_t expected_id)
{
  struct kcfi_remangle_error error;
  char number[40];
  char *ours = kcfi_remangle (string, options, &integers, &error);
  compared++;
  snprintf (number, sizeof number, "id %08x", (unsigned) expected_id);
  if (!ours)
    {
      char refused[100];
      snprintf (refused, sizeof refused, "refused at %zu: %s", error.position,
		error.reason);
      differ (mode, string, refused, expected ? expected : number);
    }
  else if (expected ? strcmp (ours, expected) != 0
		    : kcfi_type_id (ours, options->hash) != expected_id)
    differ (mode, string, ours, expected ? expected : number);
  free (ours);
}

struct mode
{
  const char *name;
  struct kcfi_id_options options;
  struct unit unit;
};

static void
check_function (const struct unit *unit, size_t number,
		const struct mode *modes, size_t mode_count)
{
  static const struct kcfi_id_options plain = { .hash = KCFI_HASH_XXHASH64 };
  static const struct kcfi_id_options generalized
    = { .generalize_pointers = true, .hash = KCFI_HASH_XXHASH64 };
  const struct function *function = &unit->functions[number];
  if (!function->known)
    return;
  char *string
    = make_string (unit->names[2 * number], function->qualifiers, "");
  char *expected = make_string (unit->names[2 * number + 1],
				function->qualifiers, ".generalized");
  if (kcfi_type_id (string, KCFI_HASH_XXHASH64) != function->id)
    differ ("the string has another id", string, "", "");
  check_mode ("plain", string, &plain, string, 0);
  if (!strstr (expected, "8NoOracle"))
    check_mode ("generalized", string, &generalized, expected, 0);
  for (size_t i = 0; i < mode_count; i++)
    if (number < modes[i].unit.function_count
	&& modes[i].unit.functions[number].known)
      check_mode (modes[i].name, string, &modes[i].options, NULL,
		  modes[i].unit.functions[number].id);
    else
      differ (modes[i].name, string, "", "no id");
  free (string);
  free (expected);
}

int
main (int argc, char **argv)
{
  struct mode modes[3] = {
    { .name = "normalized", .options = { .normalize_integers = true } },
    { .name = "generalized", .options = { .generalize_pointers = true } },
    { .name = "both",
      .options = { .normalize_integers = true, .generalize_pointers = true } },
  };
  struct mode used[3];
  struct unit unit = { 0 };
  size_t count = 0;
  if (argc < 2 || argc > 5)
    {
      fputs ("usage: check-remangled DEFAULT.s MODE=FILE.s...\n", stderr);
      return 2;
    }
  read_unit (&unit, argv[1]);
  for (int i = 2; i < argc; i++)
    {
      size_t length = strcspn (argv[i], "=");
      size_t mode = 0;
      while (mode < 3 && (strlen (modes[mode].name) != length
			  || memcmp (modes[mode].name, argv[i], length) != 0))
	mode++;
      if (mode == 3 || argv[i][length] != '=')
	fail (argv[i], "no mode");
      used[count] = modes[mode];
      read_unit (&used[count++].unit, argv[i] + length + 1);
    }
  for (size_t i = 0; i < unit.function_count; i++)
    check_function (&unit, i, used, count);
  for (size_t i = 0; i < count; i++)
    free_unit (&used[i].unit);
  free_unit (&unit);
  printf ("%lu compared, %lu different\n", compared, different);
  return compared == 0 || different != 0;
}
