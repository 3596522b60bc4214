/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/remangle*.c: of each plain string of
   remangle-vectors.h the other two are made, with Clang's ids; integers are as
   the target has them; what is no function type is refused, and what is long or
   deep takes no more than it should.  testsuite/random/cxx-types has many more
   strings.  */

#include "../../gimple/ids/kcfi-ids.h"

#include <stdlib.h>

#include "check.h"

#include "remangle-vectors.h"

static const struct kcfi_id_options plain = { .hash = KCFI_HASH_XXHASH64 };
static const struct kcfi_id_options normalized
    = { .normalize_integers = true, .hash = KCFI_HASH_XXHASH64 };
static const struct kcfi_id_options generalized
    = { .generalize_pointers = true, .hash = KCFI_HASH_XXHASH64 };
static const struct kcfi_id_options both = { .normalize_integers = true,
					     .generalize_pointers = true,
					     .hash = KCFI_HASH_XXHASH64 };

static const struct kcfi_integer_types x86_64 = { .int_bits = 32,
						  .long_bits = 64,
						  .wide_bits = 32,
						  .wide_is_signed = true,
						  .char_is_signed = true };

/* "_ZTS", NAME and SUFFIX; the caller frees it.  */
static char *
make_string (const char *name, const char *suffix)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "_ZTS%s%s", name, suffix);
  return kcfi_text_take (&text);
}

static char *
remangle (const char *string, const struct kcfi_id_options *options)
{
  struct kcfi_remangle_error error;
  return kcfi_remangle (string, options, &x86_64, &error);
}

/* The vector's string under OPTIONS must be NAME and SUFFIX, with ID.  */
static void
check_variant (const struct remangle_vector *vector,
	       const struct kcfi_id_options *options, const char *name,
	       const char *suffix, uint32_t id)
{
  char *string = make_string (vector->string, "");
  char *expected = make_string (name ? name : vector->string, suffix);
  char *got = remangle (string, options);
  bool ok = got && strcmp (got, expected) == 0
	    && kcfi_type_id (got, KCFI_HASH_XXHASH64) == id;
  char title[700];
  snprintf (title, sizeof title, "%s%s", vector->string, suffix);
  check (ok, title);
  if (!ok)
    printf ("  expected %s\n  got      %s\n", expected, got ? got : "NULL");
  free (got);
  free (expected);
  free (string);
}

/* The order of the two options makes no difference: what is generalized is
   another plain string, which can be normalized.  */
static void
check_both (const struct remangle_vector *vector)
{
  const char *name = vector->generalized ? vector->generalized : vector->string;
  char *string = make_string (vector->string, "");
  char *other = make_string (name, "");
  char *expected = remangle (other, &normalized);
  char *got = remangle (string, &both);
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s.generalized", expected ? expected : "refused");
  char title[700];
  snprintf (title, sizeof title, "%s, both", vector->string);
  check_string (title, got, text.bytes);
  kcfi_text_free (&text);
  free (got);
  free (expected);
  free (other);
  free (string);
}

static void
test_vectors (void)
{
  size_t count = sizeof remangle_vectors / sizeof *remangle_vectors;
  check_number ("vectors", count, 512);
  for (size_t i = 0; i < count; i++)
    {
      const struct remangle_vector *vector = &remangle_vectors[i];
      check_variant (vector, &plain, NULL, "", vector->id);
      check_variant (vector, &normalized, vector->normalized, ".normalized",
		     vector->normalized_id);
      check_variant (vector, &generalized, vector->generalized, ".generalized",
		     vector->generalized_id);
      check_both (vector);
    }
}

/* STRING under OPTIONS has clang-19's id ID.  */
static void
check_id (const char *name, const char *string,
	  const struct kcfi_id_options *options,
	  const struct kcfi_integer_types *integers, uint32_t id)
{
  struct kcfi_remangle_error error;
  char *got = kcfi_remangle (string, options, integers, &error);
  check_number (name, got ? kcfi_type_id (got, KCFI_HASH_XXHASH64) : 0, id);
  if (!got)
    printf ("  refused at %zu: %s\n", error.position, error.reason);
  free (got);
}

/* void (char, signed char, long, unsigned long, wchar_t, int, long long, char *)
   with clang-19's --target=.  */
static void
test_targets (void)
{
  static const struct
  {
    const char *name;
    struct kcfi_integer_types integers;
    uint32_t id;
  } targets[] = {
    { "x86_64-linux-gnu", { 32, 64, 32, true, true }, 1726020170 },
    { "aarch64-linux-gnu", { 32, 64, 32, false, false }, 719812413 },
    { "arm-linux-gnueabihf", { 32, 32, 32, false, false }, 1732787502 },
    { "i686-linux-gnu", { 32, 32, 32, true, true }, 1423775165 },
    { "x86_64-windows-gnu", { 32, 32, 16, false, true }, 1821587412 },
    { "msp430", { 16, 32, 16, true, true }, 1980794738 },
  };
  for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
    {
      check_id (targets[i].name, "_ZTSFvcalmwixPcE", &normalized,
		&targets[i].integers, targets[i].id);
      check_id (targets[i].name, "_ZTSFvcalmwixPcE", &plain,
		&targets[i].integers, (uint32_t) -27318634);
    }
}

/* What the vectors lack; the ids are clang-19's.  */
static void
test_rare (void)
{
  /* export module M; export class X; export enum E2 : int;
     export namespace n { class Y; } export template<class T> class Z;
     void (X *, E2, n::Y *, X *, int, Z<int> *, Z<X> *, long)  */
  static const char modules[]
      = "_ZTSFvPW1M1XS_2E2PN1nS_1YES1_iPS_1ZIiEPS6_IS0_ElE";
  check_id ("modules", modules, &plain, &x86_64, 4260449907);
  check_id ("modules, normalized", modules, &normalized, &x86_64, 3455340760);
  /* void (__SVInt32_t, __SVInt32_t *, __SVInt32_t *, int), on aarch64.  */
  check_id ("vectors of SVE", "_ZTSFvu11__SVInt32_tPS_S0_iE", &normalized,
	    &x86_64, 307228126);
  /* A salt is in front of the suffixes: as in C.  */
  char *salted = remangle ("_ZTSFvPiE.salt", &both);
  check_string ("salt", salted, "_ZTSFvPvE.salt.normalized.generalized");
  free (salted);
}

/* --- Bad strings -------------------------------------------------------------- */

static void
check_refused (const char *name, const char *string)
{
  struct kcfi_remangle_error error = { 0 };
  char *got = kcfi_remangle (string, &normalized, &x86_64, &error);
  bool ok = !got && error.reason && error.position <= strlen (string);
  check (ok, name);
  if (!ok)
    printf ("  got %s\n", got ? got : "no reason");
  free (got);
}

static void
test_refused (void)
{
  static const char *const strings[] = {
    "",
    "_ZTS",
    "FvvE",
    "_ZTSi",
    "_ZTSPFvvE",
    "_ZTSFvvEi",
    "_ZTSFvE",
    "_ZTSFE",
    "_ZTSFvv",
    "_ZTSFvvR",
    "_ZTSFvvRR",
    "_ZTSDFvvE",
    "_ZTSDO",
    "_ZTSFvS_E",
    "_ZTSFvPiS0_E",
    "_ZTSFvPiS99999999999999999999999999_E",
    "_ZTSFvPiSZZZZZZZZZZZZZZZZZZZZZZZZZZ_E",
    "_ZTSFvPiS",
    "_ZTSFvPiS0",
    "_ZTSFv3fo",
    "_ZTSFv0E",
    "_ZTSFv99999999999999999999999999fooE",
    "_ZTSFv18446744073709551617aE",
    "_ZTSFvNE",
    "_ZTSFvNEE",
    "_ZTSFvN1aE",
    "_ZTSFvN1a",
    "_ZTSFvNIiEEE",
    "_ZTSFvN1a1bMEE",
    "_ZTSFvPiNS_EE",
    "_ZTSFvStE",
    "_ZTSFv2T1IiE",
    "_ZTSFv2T1ILi5E",
    "_ZTSFv2T1ILiGEEE",
    "_ZTSFv2T1IXEEE",
    "_ZTSFv2T1IXfL9999999999p_EEE",
    "_ZTSFvT",
    "_ZTSFvTL_E",
    "_ZTSFvA3iE",
    "_ZTSFvDv_iE",
    "_ZTSFvDqE",
    "_ZTSFvUlvE",
    "_ZTSFvUE",
    "_ZTSFvuE",
    "_ZTSFvM1SE",
    "_ZTSFvZ1fvE",
    "_ZTSFvZ1fvE1A__E",
    "_ZTSFvZ1fvE1AZS_vE1A_E",
    /* A substitution for the type of a member function, which has none.  */
    "_ZTSFvM1SFivES0_E",
    "_ZTSFvPFivEM1SS_E",
    /* One local class with two discriminators.  */
    "_ZTSFvZ1fvE1A_0Z1fvENS_1BE_1E",
  };
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
    check_refused (strings[i], strings[i]);
}

/* Each beginning of each vector, which ends where it should not, and each with
   one byte less: no stray access (the sanitizers see to it), and what is
   accepted can be read again.  */
static void
test_damaged (void)
{
  size_t count = sizeof remangle_vectors / sizeof *remangle_vectors;
  size_t accepted = 0, unstable = 0;
  for (size_t i = 0; i < count; i++)
    {
      char *string = make_string (remangle_vectors[i].string, "");
      size_t length = strlen (string);
      for (size_t cut = 0; cut < 2 * length; cut++)
	{
	  char *damaged = kcfi_duplicate (string);
	  if (cut < length)
	    damaged[cut] = '\0';
	  else
	    memmove (damaged + cut - length, damaged + cut - length + 1,
		     2 * length - cut);
	  char *got = remangle (damaged, &plain);
	  char *again = got ? remangle (got, &plain) : NULL;
	  accepted += got != NULL;
	  unstable += got && (!again || strcmp (got, again) != 0);
	  free (again);
	  free (got);
	  free (damaged);
	}
      free (string);
    }
  check (accepted > 0, "some damaged strings are of other types");
  check_number ("damaged strings that change when read again", unstable, 0);
}

/* --- Long and deep strings ------------------------------------------------------ */

/* START, BEFORE COUNT times, MIDDLE, BEHIND COUNT times, "E".  */
static char *
nest (const char *start, const char *before, const char *middle,
      const char *behind, size_t count)
{
  struct kcfi_text text = { 0 };
  kcfi_text_add (&text, start);
  for (size_t i = 0; i < count; i++)
    kcfi_text_add (&text, before);
  kcfi_text_add (&text, middle);
  for (size_t i = 0; i < count; i++)
    kcfi_text_add (&text, behind);
  kcfi_text_add (&text, "E");
  return kcfi_text_take (&text);
}

/* Takes STRING, which is to be given back if IS_ACCEPTED, or is too deep.  */
static void
check_nested (const char *name, char *string, bool is_accepted)
{
  struct kcfi_remangle_error error = { 0 };
  char *got = kcfi_remangle (string, &plain, &x86_64, &error);
  if (is_accepted)
    check (got && strcmp (got, string) == 0, name);
  else
    check (!got && strstr (error.reason, "too deep"), name);
  if (error.reason && is_accepted)
    printf ("  refused at %zu: %s\n", error.position, error.reason);
  free (got);
  free (string);
}

static void
test_deep (void)
{
  const char *start = "_ZTSFv";
  /* -ftemplate-depth of GCC.  */
  check_nested ("900 templates", nest (start, "1TI1AS_I", "i", "EE", 450),
		true);
  check_nested ("900 functions", nest (start, "PFv", "i", "E", 900), true);
  check_nested ("100000 templates", nest (start, "1TI", "i", "E", 100000),
		false);
  check_nested ("100000 functions", nest (start, "PFv", "i", "E", 100000),
		false);
  check_nested ("100000 packs", nest ("_ZTSFv1TI", "J", "i", "E", 100000),
		false);
  check_nested ("100000 parameters' declarations",
		nest ("_ZTSFvUl", "Tt", "", "E", 100000), false);
  check_nested ("100000 operators",
		nest ("_ZTSFv1TIX", "nt", "Li1E", "", 100000), false);
  check_nested ("100000 local names", nest (start, "Z1f", "i", "E1A", 100000),
		false);
  check_nested ("100000 modifications", nest (start, "PA3_", "i", "", 50000),
		true);
  check_nested ("100000 qualifiers", nest (start, "PK", "i", "", 50000), true);
  check_nested ("100000 scopes", nest ("_ZTSFvN", "1A", "E", "", 100000), true);
}

/* S_, S0_ and so on.  */
static void
add_substitution (struct kcfi_text *text, unsigned number)
{
  char buffer[16] = "";
  char *digit = buffer + sizeof buffer - 1;
  if (number > 0)
    {
      unsigned rest = number - 1;
      do
	*--digit = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 36];
      while (rest /= 36);
    }
  kcfi_text_printf (text, "S%s_", digit);
}

/* Deep only by its substitutions, each pointer's type being the one before.
   Where the pointers are generalized, all of it comes at once behind them.  */
static void
test_substitutions (void)
{
  enum
  {
    DEPTH = 20000
  };
  struct kcfi_text text = { 0 }, expected = { 0 };
  kcfi_text_add (&text, "_ZTSFvPi");
  kcfi_text_add (&expected, "_ZTSFvPv");
  for (unsigned i = 1; i < DEPTH; i++)
    {
      kcfi_text_add (&text, "P");
      add_substitution (&text, i - 1);
      kcfi_text_add (&expected, "S_");
    }
  kcfi_text_add (&text, "R");
  add_substitution (&text, DEPTH - 1);
  kcfi_text_add (&text, "E");
  kcfi_text_add (&expected, "R");
  for (unsigned i = 0; i < DEPTH; i++)
    kcfi_text_add (&expected, "P");
  kcfi_text_add (&expected, "iE.generalized");
  char *got = remangle (text.bytes, &plain);
  check (got && strcmp (got, text.bytes) == 0, "20000 substitutions");
  free (got);
  got = remangle (text.bytes, &generalized);
  check (got && strcmp (got, expected.bytes) == 0,
	 "20000 substitutions, generalized");
  free (got);
  kcfi_text_free (&text);
  kcfi_text_free (&expected);
}

int
main (void)
{
  test_vectors ();
  test_targets ();
  test_rare ();
  test_refused ();
  test_damaged ();
  test_deep ();
  test_substitutions ();
  return check_failures != 0;
}
