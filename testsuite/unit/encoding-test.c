/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/encoding.c and of encoded types in strings.  The strings
   are proven by the ids that rustc 1.95 has (-Zsanitizer=kcfi, normalized) for
   functions of structs with #[cfi_encoding].  Needs the C files of gimple.  */

#include "types.h"

#include "../../gimple/ids/encoding.h"

static type
encoded (uint64_t identity, const char *encoding)
{
  return kcfi_type_encoded (model, encoding, identity);
}

/* fn (*mut Foo, *mut Foo) -> State
   fn (State, u32, *const State, *const u32) -> u32
   fn (Let, Let, *mut Let) -> Let
   fn (*const Foo, *mut *mut State, extern "C" fn (State) -> State) -> Foo  */
static void
test_strings (void)
{
  new_model ();
  type foo = encoded (1, "3foo");
  type state = encoded (2, "u3u32");
  type let = encoded (3, "j");
  type u32 = integer ('j');
  check_type ("two pointers", FUNCTION (state, pointer (foo), pointer (foo)),
	      &normalized, "Fu3u32P3fooS1_E.normalized",
	      (uint32_t) -1111850454);
  check_type ("a name that an integer has too",
	      FUNCTION (u32, state, u32, pointer (constant (state)),
			pointer (constant (u32))),
	      &normalized, "Fu3u32u3u32S_PKS0_PKS_E.normalized", 1849636414);
  check_type ("builtins are not substituted",
	      FUNCTION (let, let, let, pointer (let)), &normalized,
	      "FjjjPjE.normalized", (uint32_t) -514621934);
  check_type ("nested",
	      FUNCTION (foo, pointer (constant (foo)),
			pointer (pointer (state)),
			pointer (FUNCTION (state, state))),
	      &normalized, "F3fooPKS_PPu3u32PFS2_S2_EE.normalized",
	      (uint32_t) -1668807650);
  check (encoded (1, "3foo") == foo, "the same type is one");
  check (encoded (4, "3foo") != foo, "equal names of two types are two");
}

static void
test_check (void)
{
  static const char *const good[] = { "i",
				      "3foo",
				      "u3u32",
				      "P3foo",
				      "PFiP3fooS0_E",
				      "Dh",
				      "u5tupleIu3i32hE",
				      "u3refI5inodeE",
				      "A4_i",
				      "PKc",
				      "N2io5errorE" };
  static const char *const bad[] = { "",
				     " i",
				     "i ",
				     "ii",
				     "3fo",
				     "S_",
				     "P",
				     "PFi",
				     "%",
				     "-1a",
				     "99999999999999999999a" };
  struct kcfi_remangle_error error;
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    check (kcfi_encoding_check (good[i], &error) && !error.reason, good[i]);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    check (!kcfi_encoding_check (bad[i], &error) && error.reason, bad[i]);
  check (kcfi_encoding_builtin_p ("i"), "i is a builtin");
  check (kcfi_encoding_builtin_p ("Dh"), "Dh is a builtin");
  check (!kcfi_encoding_builtin_p ("Dn"), "Dn is none");
  check (!kcfi_encoding_builtin_p ("u3u32"), "u3u32 is none");
  check (!kcfi_encoding_builtin_p (""), "nothing is none");
}

int
main (void)
{
  test_strings ();
  test_check ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
