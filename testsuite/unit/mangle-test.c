/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/mangle.c and gimple/ids/type-model.c: the prototypes of
   testsuite/typeid/corpus.c, built by hand, have the strings and ids that
   clang-22 gives them (mangle-vectors.h), in all four variants.  Needs
   the C files of gimple.  */

#include "types.h"

#include "mangle-vectors.h"

/* FUNCTION_TYPE must be called and numbered as Clang does it for the corpus
   function NAME.  */
static void
expect (const char *name, type function_type)
{
  static const struct kcfi_id_options *const variants[]
      = { &as_is, &normalized, &generalized, &both };
  static const char *const variant_names[]
      = { "as is", "normalized", "generalized", "both" };
  for (size_t i = 0; i < sizeof mangle_vectors / sizeof *mangle_vectors; i++)
    {
      const struct mangle_vector *expected = &mangle_vectors[i];
      if (strcmp (expected->name, name))
	continue;
      for (size_t variant = 0; variant < 4; variant++)
	{
	  char title[100];
	  snprintf (title, sizeof title, "%s, %s", name,
		    variant_names[variant]);
	  check_type (title, function_type, variants[variant],
		      expected->strings[variant], expected->ids[variant]);
	}
      return;
    }
  printf ("  no vector\n");
  check (false, name);
}

/* A parameter, a pointer to it and a result of type SCALAR.  */
static void
expect_scalar (const char *name, type scalar)
{
  char full_name[40];
  snprintf (full_name, sizeof full_name, "p_%s", name);
  expect (full_name, FUNCTION (VOID, scalar));
  snprintf (full_name, sizeof full_name, "pp_%s", name);
  expect (full_name, FUNCTION (VOID, pointer (scalar)));
  snprintf (full_name, sizeof full_name, "r_%s", name);
  expect (full_name, FUNCTION (scalar));
}

static void
test_scalars (void)
{
  static const struct
  {
    const char *name;
    char letter;
  } integers[] = { { "char", 'c' },  { "schar", 'a' },	{ "uchar", 'h' },
		   { "short", 's' }, { "ushort", 't' }, { "int", 'i' },
		   { "uint", 'j' },  { "long", 'l' },	{ "ulong", 'm' },
		   { "llong", 'x' }, { "ullong", 'y' }, { "bool", 'b' },
		   { "i128", 'n' },  { "u128", 'o' },	{ "size", 'm' },
		   { "wchar", 'i' }, { "char16", 't' } };
  for (size_t i = 0; i < sizeof integers / sizeof *integers; i++)
    expect_scalar (integers[i].name, integer (integers[i].letter));
  expect_scalar ("float", builtin ("f"));
  expect_scalar ("double", builtin ("d"));
  expect_scalar ("ldouble", builtin ("e"));
  expect_scalar ("f16", builtin ("DF16_"));
  expect_scalar ("f128", builtin ("g"));
  expect_scalar ("bf16", builtin ("DF16b"));
  expect_scalar ("cfloat", complex (builtin ("f")));
  expect_scalar ("cldouble", complex (builtin ("e")));
  expect_scalar ("cint", complex (INT));
  expect_scalar ("bitint7", kcfi_type_builtin (model, "DB7_", true));
  expect_scalar ("ubitint128", kcfi_type_builtin (model, "DU128_", true));
  type list = array (1, tag ("__va_list_tag"));
  expect ("p_valist", FUNCTION (VOID, list));
  expect ("pp_valist", FUNCTION (VOID, pointer (list)));
}

static void
test_qualifiers (void)
{
  type restricted = qualified (KCFI_RESTRICT, pointer (INT));
  expect ("f_void", FUNCTION (VOID));
  expect ("p_pvoid", FUNCTION (VOID, pointer (VOID)));
  expect (
      "p_pcvvoid",
      FUNCTION (VOID, pointer (qualified (KCFI_CONST | KCFI_VOLATILE, VOID))));
  expect ("r_pcvoid", FUNCTION (pointer (constant (VOID))));
  expect ("p_pcpcchar",
	  FUNCTION (VOID, pointer (constant (pointer (constant (CHAR))))));
  expect ("p_pppint", FUNCTION (VOID, pointer (pointer (pointer (INT)))));
  expect ("p_prestrict", FUNCTION (VOID, restricted));
  expect ("p_pprestrict", FUNCTION (VOID, pointer (restricted)));
  expect ("p_pcrestrict", FUNCTION (VOID, pointer (constant (restricted))));
  expect ("p_pvcrestrict",
	  FUNCTION (VOID, pointer (qualified (KCFI_VOLATILE,
					      constant (restricted)))));
  expect ("p_topconst", FUNCTION (VOID, constant (INT)));
  expect ("p_topvolatile", FUNCTION (VOID, qualified (KCFI_VOLATILE, INT)));
  expect ("p_topconstp", FUNCTION (VOID, constant (pointer (INT))));
  expect ("p_topconstst", FUNCTION (VOID, constant (tag ("s_named"))));
  expect ("r_constint", FUNCTION (constant (INT)));
  expect ("r_constptr", FUNCTION (constant (pointer (INT))));
  expect ("r_volvoid", FUNCTION (qualified (KCFI_VOLATILE, VOID)));
  expect ("fp_rconst", FUNCTION (VOID, pointer (FUNCTION (constant (INT)))));
  expect ("fp_pconst",
	  FUNCTION (VOID, pointer (FUNCTION (VOID, constant (INT)))));
  expect ("p_patomic", FUNCTION (VOID, pointer (atomic (INT))));
  expect ("p_atomic", FUNCTION (VOID, atomic (INT)));
  expect ("r_atomic", FUNCTION (atomic (INT)));
  expect ("p_patomicp", FUNCTION (VOID, pointer (atomic (pointer (INT)))));
  expect ("p_pcatomic", FUNCTION (VOID, pointer (constant (atomic (INT)))));
  expect ("p_pcatomic", FUNCTION (VOID, pointer (atomic (constant (INT)))));
  struct kcfi_tag in_list = { .identity = 1,
			      .scope = KCFI_TAG_LOCAL,
			      .name = "s_at",
			      .function = "p_patomicst",
			      .function_identity = 1 };
  expect ("p_patomicst",
	  FUNCTION (VOID, pointer (atomic (kcfi_type_tag (model, &in_list)))));
  expect ("seg_gs", FUNCTION (VOID, pointer (in_space ("AS256", INT))));
  expect ("seg_fs",
	  FUNCTION (VOID,
		    pointer (constant (in_space ("AS257", tag ("s_named"))))));
  expect ("seg_gs2",
	  FUNCTION (VOID, pointer (in_space ("AS256", INT)), pointer (INT),
		    pointer (in_space ("AS256", INT))));
  expect ("as_c2", FUNCTION (VOID, pointer (in_space ("AS2", constant (INT)))));
}

static void
test_arrays (void)
{
  type array4 = array (4, INT);
  expect ("a_unsized", FUNCTION (VOID, open_array (INT)));
  expect ("a_sized", FUNCTION (VOID, array (5, INT)));
  expect ("a_celem", FUNCTION (VOID, array (5, constant (INT))));
  expect ("a_2d", FUNCTION (VOID, open_array (array4)));
  expect ("a_2dc", FUNCTION (VOID, constant (array (2, array4))));
  expect ("a_2dc", FUNCTION (VOID, array (2, array (4, constant (INT)))));
  expect ("a_3d", FUNCTION (VOID, array (2, array (3, array4))));
  expect ("a_vla2", FUNCTION (VOID, INT, open_array (open_array (INT))));
  expect ("a_vlafix", FUNCTION (VOID, INT, open_array (array4)));
  expect ("ap_unsized", FUNCTION (VOID, pointer (open_array (INT))));
  expect ("ap_csized", FUNCTION (VOID, pointer (constant (array (5, INT)))));
  expect ("ap_2d", FUNCTION (VOID, pointer (array (2, array (3, INT)))));
  expect ("ap_zero", FUNCTION (VOID, pointer (array (0, INT))));
  expect ("ap_big",
	  FUNCTION (VOID, pointer (array (UINT64_C (0x100000000), CHAR))));
  expect ("ap_ptrs", FUNCTION (VOID, pointer (array (5, pointer (INT)))));
  expect ("ap_fnptrs",
	  FUNCTION (VOID, pointer (array (3, pointer (FUNCTION (VOID, INT))))));
  expect ("r_ap", FUNCTION (pointer (array (3, INT))));
  expect ("ap_tdc", FUNCTION (VOID, pointer (constant (array4))));
  expect ("a_tdc", FUNCTION (VOID, constant (array4)));
  expect ("a_tdci", FUNCTION (VOID, pointer (constant (INT)), constant (INT)));
  expect ("ap_sub",
	  FUNCTION (VOID, pointer (array (5, INT)), pointer (array (5, INT)),
		    pointer (array (6, INT))));
  expect ("ap_csub", FUNCTION (VOID, pointer (constant (array (5, INT))),
			       pointer (constant (INT))));
  expect ("ap_cmix", FUNCTION (VOID, pointer (array (5, INT)),
			       pointer (array (5, constant (INT))),
			       pointer (constant (INT))));
}

static void
test_functions (void)
{
  type callback = pointer (FUNCTION (VOID, INT));
  type on_pointer = pointer (FUNCTION (VOID, pointer (INT)));
  type simple = FUNCTION (INT, INT);
  expect ("fp_vv", FUNCTION (VOID, pointer (FUNCTION (VOID))));
  expect ("fp_decay", FUNCTION (VOID, FUNCTION (VOID)));
  expect ("fp_pp", FUNCTION (VOID, pointer (pointer (FUNCTION (VOID)))));
  expect ("fp_ret", FUNCTION (callback));
  expect ("fp_retret", FUNCTION (pointer (FUNCTION (
			   pointer (FUNCTION (INT, integer ('s'))), CHAR))));
  expect ("fp_nest2",
	  FUNCTION (VOID,
		    pointer (FUNCTION (pointer (FUNCTION (INT, CHAR)), INT)),
		    pointer (FUNCTION (INT, CHAR))));
  expect ("fp_var",
	  FUNCTION (VOID, pointer (VARIADIC (INT, pointer (constant (CHAR))))));
  expect ("fp_sub", FUNCTION (VOID, on_pointer, pointer (INT), on_pointer));
  expect ("fp_same", FUNCTION (INT, pointer (simple), simple));
  expect ("fp_parr",
	  FUNCTION (VOID, pointer (FUNCTION (VOID, array (5, INT)))));
  expect ("fp_pst",
	  FUNCTION (VOID, pointer (FUNCTION (VOID, pointer (tag ("s_named")))),
		    pointer (tag ("s_named"))));
  expect ("fp_knr", FUNCTION (VOID, pointer (UNPROTOTYPED (VOID))));
  expect ("fp_cvfn", FUNCTION (VOID, pointer (constant (simple))));
  expect ("pf_fn", FUNCTION (VOID, pointer (pointer (simple))));
  expect ("fp_signal", FUNCTION (callback, INT, callback));
  expect ("va_1", VARIADIC (INT, INT));
  expect ("knr", UNPROTOTYPED (INT));
  expect ("knr_p", UNPROTOTYPED (pointer (CHAR)));
  expect ("knr_def2",
	  make_function (false, false, NULL, INT, INT, builtin ("d"), END));
  expect ("at_msabi", MS_ABI (INT, INT));
  expect ("at_fpms", FUNCTION (VOID, pointer (MS_ABI (INT, INT))));
  expect ("ms_retfnptrarr",
	  FUNCTION (pointer (array (3, pointer (FUNCTION (INT)))),
		    pointer (array (2, INT))));
  expect ("ms_fparr", FUNCTION (VOID, array (4, callback)));
}

static void
test_tags (void)
{
  type named = tag ("s_named");
  type file = pointer (tag ("file"));
  expect ("st_val", FUNCTION (VOID, named));
  expect ("st_cptr", FUNCTION (VOID, pointer (constant (named))));
  expect ("st_ret", FUNCTION (named));
  expect ("en_two", FUNCTION (VOID, tag ("e_named"), tag ("e_named")));
  expect ("en_two2", FUNCTION (VOID, tag ("e_named"), tag ("e_neg"),
			       pointer (tag ("e_named"))));
  expect ("ms_enum_int",
	  FUNCTION (VOID, tag ("e_named"), INT, integer ('j'), tag ("e_neg")));
  expect ("ms_boolp",
	  FUNCTION (integer ('b'), integer ('b'), pointer (integer ('b')),
		    pointer (constant (integer ('b')))));
  expect ("k_read", FUNCTION (LONG, file, pointer (CHAR), integer ('m'),
			      pointer (integer ('x'))));
  expect ("k_create",
	  FUNCTION (INT, pointer (tag ("mnt_idmap")), pointer (tag ("inode")),
		    pointer (tag ("dentry")), integer ('t'), integer ('b')));
  expect ("k_rcu",
	  FUNCTION (VOID, pointer (tag ("rcu_head")),
		    pointer (FUNCTION (VOID, pointer (tag ("rcu_head"))))));
  expect ("k_thread",
	  VARIADIC (INT, pointer (FUNCTION (INT, pointer (VOID))),
		    pointer (VOID), INT, pointer (constant (CHAR))));
}

static void
test_substitutions (void)
{
  type named = tag ("s_named");
  type other = tag ("u_named");
  expect ("su_3", FUNCTION (VOID, pointer (named), pointer (constant (named)),
			    pointer (pointer (named)), named));
  expect ("su_4",
	  FUNCTION (pointer (named), named, pointer (named), pointer (other),
		    pointer (pointer (other)), pointer (other)));
  expect ("su_int",
	  FUNCTION (VOID, INT, INT, pointer (INT), pointer (INT),
		    pointer (constant (INT)), pointer (constant (INT))));
  expect ("su_cplx",
	  FUNCTION (VOID, complex (builtin ("f")), complex (builtin ("f")),
		    pointer (complex (builtin ("f")))));
  expect ("su_at", FUNCTION (VOID, pointer (atomic (INT)),
			     pointer (atomic (INT)), pointer (INT)));
  expect ("su_q",
	  FUNCTION (VOID, pointer (constant (pointer (INT))),
		    pointer (constant (pointer (INT))), pointer (pointer (INT)),
		    pointer (constant (pointer (constant (INT))))));
  expect ("ms_char_all",
	  FUNCTION (VOID, CHAR, integer ('a'), integer ('h'), pointer (CHAR),
		    pointer (integer ('a')), pointer (integer ('h'))));
  expect ("ms_int_all",
	  FUNCTION (VOID, integer ('s'), integer ('t'), INT, integer ('j'),
		    LONG, integer ('m'), integer ('x'), integer ('y')));

  /* Past S_Z: q0 to q19, then some again.  */
  static const int again[] = { 0, 4, 5, 17, 18, 19 };
  type parameters[27];
  for (int i = 0; i < 26; i++)
    {
      char name[16];
      snprintf (name, sizeof name, "q%d", i < 20 ? i : again[i - 20]);
      parameters[i] = pointer (tag (name));
    }
  parameters[26] = pointer (pointer (tag ("q19")));
  struct kcfi_function_type many = {
    .result = VOID, .parameters = parameters, .count = 27, .prototyped = true
  };
  expect ("su_many", kcfi_type_function (model, &many));
}

static void
test_vectors (void)
{
  type integers = vector (4, INT);
  type floats = vector (4, builtin ("f"));
  expect ("v_si", FUNCTION (VOID, integers));
  expect ("v_sf", FUNCTION (floats, floats, floats));
  expect ("v_qi", FUNCTION (VOID, pointer (vector (16, CHAR))));
  expect ("v_c",
	  FUNCTION (VOID, pointer (constant (integers)), pointer (integers)));
}

static void
test_transparent_unions (void)
{
  type whole
      = kcfi_type_transparent_union (model, tag ("tu_tag"), pointer (INT));
  expect ("at_tutag", FUNCTION (VOID, whole));
  expect ("at_tuptr", FUNCTION (VOID, pointer (whole)));
  expect ("at_turet", FUNCTION (whole));
  expect ("at_tunest", FUNCTION (VOID, pointer (FUNCTION (VOID, whole))));
}

/* Combinations that the corpus has not; strings and ids of clang-19 and
   clang-22.  */
static void
test_combinations (void)
{
  type gs = in_space ("AS256", INT);
  type unprototyped = pointer (UNPROTOTYPED (INT));
  type ms = pointer (MS_ABI (INT, INT));
  check_type (
      "qualified function type",
      FUNCTION (VOID, pointer (qualified (KCFI_VOLATILE, FUNCTION (INT, INT))),
		FUNCTION (INT, INT)),
      &as_is, "FvPFiiES0_E", 0x7ba68730);
  check_type ("address spaces and qualifiers",
	      FUNCTION (VOID, pointer (gs), pointer (constant (gs)),
			pointer (constant (INT)),
			pointer (constant (pointer (gs)))),
	      &as_is, "FvPU5AS256iPU5AS256KiPKiPKS0_E", 0xcdebf7e0);
  check_type ("const arrays and elements",
	      FUNCTION (VOID, pointer (constant (array (3, INT))),
			pointer (constant (array (3, INT))),
			pointer (constant (INT)), constant (array (3, INT))),
	      &as_is, "FvPA3_KiS1_PS_S2_E", 0x91a2e780);
  check_type ("const of an _Atomic parameter",
	      FUNCTION (VOID, atomic (INT), constant (atomic (INT))), &as_is,
	      "FvU7_AtomiciS_E", 0x01588006);
  check_type ("_Atomic in an address space",
	      FUNCTION (VOID, pointer (in_space ("AS256", atomic (INT)))),
	      &as_is, "FvPU5AS256U7_AtomiciE", 0xb7dd7c2b);
  check_type ("_Atomic pointers",
	      FUNCTION (VOID, atomic (pointer (INT)),
			pointer (atomic (pointer (INT))), pointer (INT)),
	      &as_is, "FvU7_AtomicPiPS0_S_E", 0xb210bc8c);
  check_type (
      "unprototyped in unprototyped",
      FUNCTION (VOID, unprototyped, pointer (UNPROTOTYPED (unprototyped))),
      &as_is, "FvPFiEPFS0_EE", 0x1d882beb);
  check_type ("int [n][5][n]",
	      FUNCTION (VOID, INT, open_array (array (5, open_array (INT)))),
	      &as_is, "FviPA_A_iE", 0x3a833ce9);
  check_type ("each [n] is a type of its own",
	      FUNCTION (VOID, INT, pointer (variable_array (1, INT)),
			pointer (variable_array (2, INT)),
			pointer (open_array (INT))),
	      &as_is, "FviPA_iPA_iPA_iE", 0xa0004766);
  check_type ("[n] and []",
	      FUNCTION (VOID, INT, pointer (open_array (INT)),
			pointer (variable_array (0, INT)),
			pointer (open_array (INT))),
	      &as_is, "FviPA_iPA_iS0_E", 0x0b469417);
  check_type ("const elements of [n]",
	      FUNCTION (VOID, INT, pointer (constant (variable_array (1, INT))),
			pointer (constant (variable_array (2, INT)))),
	      &as_is, "FviPA_KiPA_S_E", 0x2fa8f7c0);
  check_type (
      "a convention without a prototype is another type",
      FUNCTION (VOID,
		pointer (make_function (false, false, "ms_abi", VOID, END)),
		pointer (UNPROTOTYPED (VOID)), pointer (UNPROTOTYPED (VOID))),
      &as_is, "FvPFvEPFvES2_E", 0xaf2fa816);
  check_type (
      "a convention is one component with its function",
      FUNCTION (VOID,
		pointer (make_function (false, false, "ms_abi", INT, END)), ms,
		ms, pointer (FUNCTION (INT, INT))),
      &as_is, "FvPFiEPU6ms_abiFiiES2_PFiiEE", 0x899c39b9);
  check_type ("a convention inside the same one", MS_ABI (INT, ms), &as_is,
	      "U6ms_abiFiPU6ms_abiFiiEE", 0x16fe930e);
  check_type ("variadic with a convention",
	      make_function (true, true, "ms_abi", VOID, INT, END), &as_is,
	      "U6ms_abiFvizE", 0x21895d53);
  check_type ("int (...)", VARIADIC (INT), &as_is, "FizE", 0xaa0b39a0);
  check_type ("void (int (*) (...))", FUNCTION (VOID, pointer (VARIADIC (INT))),
	      &as_is, "FvPFizEE", 0xdb880ee1);
  check_type ("_Complex",
	      FUNCTION (VOID, pointer (complex (INT)), complex (INT),
			complex (integer ('j'))),
	      &as_is, "FvPCiS_CjE", 0xc32d0423);
  check_type ("const results of const pointers",
	      FUNCTION (constant (pointer (constant (pointer (INT))))), &as_is,
	      "FKPKPivE", 0x1be3ee05);
}

int
main (void)
{
  new_model ();
  test_scalars ();
  test_qualifiers ();
  test_arrays ();
  test_functions ();
  test_tags ();
  test_substitutions ();
  test_vectors ();
  test_transparent_unions ();
  test_combinations ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
