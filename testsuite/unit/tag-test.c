/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of gimple/ids/mangle-tag.c: the names of tags that have none of their
   own, and of those local to functions.  Each test is a C program, given above
   it; the ids are those of clang-22 (22.1.8, -fsanitize=kcfi, !kcfi_type) for
   its functions.  Such types have no linkage, so Clang prints no string for
   them: the strings are what its rules make, proven by the id.  Needs the
   C files of gimple.  */

#include "types.h"

/* void f (tag *...) by what F's type is mangled first, second ...  */
static void
expect (const char *name, type function_type, const char *string, uint32_t id)
{
  check_type (name, function_type, &as_is, string, id);
}

/* void (*) (ONE *)  */
static type
takes (type one)
{
  return FUNCTION (VOID, pointer (one));
}

static type
file_tag (uint64_t identity, const char *name)
{
  struct kcfi_tag tag
      = { .identity = identity, .scope = KCFI_TAG_FILE, .name = name };
  return kcfi_type_tag (model, &tag);
}

static type
member_of (type parent, uint64_t identity)
{
  struct kcfi_tag tag
      = { .identity = identity, .scope = KCFI_TAG_MEMBER, .parent = parent };
  return kcfi_type_tag (model, &tag);
}

/* A tag of FUNCTION, whose first letter makes the function's identity.  */
static type
local_tag (uint64_t identity, const char *function, const char *name)
{
  struct kcfi_tag tag = { .identity = identity,
			  .scope = KCFI_TAG_LOCAL,
			  .name = name,
			  .function = function,
			  .function_identity = (unsigned char) function[1] };
  return kcfi_type_tag (model, &tag);
}

/* extern struct { int a; } A;  ... D
   void f1 (typeof (A) *a) {}  f2 (A *)  f3 (B *)  f4 (C *)  f5 (A *)
   f6 (D *)  */
static void
test_unnamed (void)
{
  new_model ();
  type a = file_tag (1, NULL), b = file_tag (2, NULL);
  type c = file_tag (3, NULL), d = file_tag (4, NULL);
  expect ("unnamed: first", takes (a), "FvP3$_0E", 0x6b10471d);
  expect ("unnamed: again", takes (a), "FvP3$_0E", 0x6b10471d);
  expect ("unnamed: second", takes (b), "FvP3$_1E", 0xe9696d45);
  expect ("unnamed: third", takes (c), "FvP3$_2E", 0x0a6a2956);
  expect ("unnamed: first after third", takes (a), "FvP3$_0E", 0x6b10471d);
  expect ("unnamed: fourth", takes (d), "FvP3$_3E", 0x291793d3);
}

/* struct out { struct { int a; } m; struct { int b; } n;
		union { int q; struct { int z; } deep; } u; } o;
   void f1 (typeof (o.m) *)  f2 (typeof (o.n) *)  f3 (typeof (o.u.deep) *)
   f8 (struct out *, typeof (o.m) *)  f9 (typeof (o.m) *, struct out *)
   f10 (typeof (o.m) *, typeof (o.n) *)  */
static void
test_members_of_named (void)
{
  new_model ();
  type out = file_tag (1, "out");
  type m = member_of (out, 2), n = member_of (out, 3);
  type deep = member_of (member_of (out, 4), 5);
  expect ("member", takes (m), "FvPN3outUt_EE", 0xa599c59b);
  expect ("second member has the same name", takes (n), "FvPN3outUt_EE",
	  0xa599c59b);
  expect ("member of a member", takes (deep), "FvPN3outUt_Ut_EE", 0x937f060d);
  expect ("tag, then member", FUNCTION (VOID, pointer (out), pointer (m)),
	  "FvP3outPN3outUt_EE", 0xdaa122c6);
  expect ("member, then tag", FUNCTION (VOID, pointer (m), pointer (out)),
	  "FvPN3outUt_EP3outE", 0x1fa73bed);
  expect ("two members share the prefix",
	  FUNCTION (VOID, pointer (m), pointer (n)), "FvPN3outUt_EPNS_Ut_EE",
	  0xf48f2df2);
  check (!kcfi_type_is_numbered (takes (deep)),
	 "a member of a named tag has no number");
}

/* The same members in a struct without a name (un), and in one named by a
   typedef (td), which counts as a name:
   void f4 (typeof (un.m) *)  f5 (typeof (un.n) *)
   f6 (typeof (un) *, typeof (un.n) *)  f7 (typeof (td.n) *, typeof (td.m) *)
   f11 (typeof (un.n) *, typeof (un) *)  */
static void
test_members_of_unnamed (void)
{
  new_model ();
  type un = file_tag (1, NULL), td = file_tag (2, "tdn");
  type m = member_of (un, 3), n = member_of (un, 4);
  check (kcfi_type_is_numbered (takes (m)),
	 "a member of an unnamed tag has a number");
  expect ("member of unnamed", takes (m), "FvPN3$_03$_1EE", 0x494373c7);
  expect ("second member of unnamed", takes (n), "FvPN3$_03$_2EE", 0x6dbfb0bf);
  expect ("unnamed, then member", FUNCTION (VOID, pointer (un), pointer (n)),
	  "FvP3$_0PN3$_03$_2EE", 0xc2198a1a);
  expect (
      "members of typedef",
      FUNCTION (VOID, pointer (member_of (td, 5)), pointer (member_of (td, 6))),
      "FvPN3tdnUt_EPNS_Ut_EE", 0x19261335);
  expect ("member, then unnamed", FUNCTION (VOID, pointer (n), pointer (un)),
	  "FvPN3$_03$_2EP3$_0E", 0xec5c633f);
}

/* extern struct { int a; } A;  extern struct { int b; } B;
   void f1 (typeof (A) *) {}
   void fn (void) { struct { int z; } L; struct { int z; } M;
		    void g1 (typeof (L) *); void g2 (typeof (M) *); ... }
   void fm (void) { the same with g3, g4 }
   void f3 (typeof (B) *) {}  */
static void
test_unnamed_locals (void)
{
  new_model ();
  type a = file_tag (1, NULL), b = file_tag (2, NULL);
  expect ("file scope before", takes (a), "FvP3$_0E", 0x6b10471d);
  expect ("first of fn", takes (local_tag (3, "fn", NULL)), "FvPZ2fnE3$_0E",
	  0x22a3a4e0);
  expect ("second of fn", takes (local_tag (4, "fn", NULL)), "FvPZ2fnE3$_1E",
	  0xe4e10a05);
  expect ("first of fm", takes (local_tag (5, "fm", NULL)), "FvPZ2fmE3$_0E",
	  0x4eb7e779);
  expect ("second of fm", takes (local_tag (6, "fm", NULL)), "FvPZ2fmE3$_1E",
	  0x3a3e1b08);
  expect ("file scope after: locals took numbers", takes (b), "FvP3$_5E",
	  0x16bd5bf3);
}

/* static void sf (void) {
     struct s { int a; }; void g1 (struct s *);
     { struct s { int b; }; void g2 (struct s *); use (g2); } use (g1);
     typedef struct { int q; } td;
     { typedef struct { int w; } td; void g3 (td *); use (g3);
       typedef struct { int q; } td2; void g4 (td2 *); use (g4);
       typedef enum { E } td3; void g5 (td3 *); use (g5); }
     void g6 (td *); use (g6);
     enum s2 { K }; void g7 (enum s2); use (g7); }  */
static void
test_discriminators (void)
{
  static const struct
  {
    const char *name;
    bool name_is_typedef;
    const char *string;
    uint32_t id;
  } tags[] = {
    { "s", false, "FvPZL2sfE1sE", 0x4e2fd01c },
    { "s", false, "FvPZL2sfE1s_0E", 0x676c990b },
    { "td", true, "FvPZL2sfE2tdE", 0xacf7e792 },
    { "td2", true, "FvPZL2sfE3td2_0E", 0x9042f6aa },
    { "td3", true, "FvPZL2sfE3td3_1E", 0xee73b0a4 },
    { "td", true, "FvPZL2sfE2td_2E", 0x231a9e8d },
  };
  new_model ();
  struct kcfi_tag tag = { .scope = KCFI_TAG_LOCAL,
			  .function = "sf",
			  .function_is_static = true,
			  .function_identity = 7 };
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    {
      char name[40];
      snprintf (name, sizeof name, "discriminators in a function: %zu", i);
      tag.identity = i;
      tag.name = tags[i].name;
      tag.name_is_typedef = tags[i].name_is_typedef;
      expect (name, takes (kcfi_type_tag (model, &tag)), tags[i].string,
	      tags[i].id);
    }
  tag.identity = 100;
  tag.name = "s2";
  tag.name_is_typedef = false;
  expect ("enum by value", FUNCTION (VOID, kcfi_type_tag (model, &tag)),
	  "FvZL2sfE2s2E", 0x75f0b196);
  tag.identity = 0;
  tag.name = "s";
  expect ("a number is kept", takes (kcfi_type_tag (model, &tag)),
	  "FvPZL2sfE1sE", 0x4e2fd01c);
}

/* void many (void) { { struct s { int a[1]; }; void m0 (struct s *); ... }
		      { struct s { int a[2]; }; void m1 (struct s *); ... }
		      ... m13 }  */
static void
test_many_discriminators (void)
{
  static const uint32_t ids[]
      = { 0x0dfb9256, 0xc0ea36de, 0xd6147774, 0xe8ff2606, 0x86ce10eb,
	  0xb03c025e, 0x5fe545bf, 0x34128be7, 0x21cfc7cd, 0xab53b672,
	  0x266349f2, 0x42cb4f2f, 0x38ec8977, 0xc08ae0a3 };
  new_model ();
  for (int i = 0; i < 14; i++)
    {
      char string[40];
      char name[40];
      if (i == 0)
	snprintf (string, sizeof string, "FvPZ4manyE1sE");
      else
	snprintf (string, sizeof string,
		  i <= 10 ? "FvPZ4manyE1s_%dE" : "FvPZ4manyE1s__%d_E", i - 1);
      snprintf (name, sizeof name, "discriminator %d", i);
      expect (name, takes (local_tag (i, "many", "s")), string, ids[i]);
    }
}

/* What WHAT of a function `nest' and its unnamed members m and n make:
   void f (typeof (WHAT.m) *, typeof (WHAT) *, typeof (WHAT.n) *)  */
static type
members_and (type what, uint64_t identity)
{
  return FUNCTION (VOID, pointer (member_of (what, identity)), pointer (what),
		   pointer (member_of (what, identity + 1)));
}

/* void nest (void) {
     struct o { struct { int a; } m; struct { int b; } n; } o;
     struct { the same } u;  typedef struct { the same } td;
     void n1 (typeof (o.m) *, struct o *, typeof (o.n) *);
     n2 the same of u, n3 of td
     { struct o { the same } o; n4 the same of this o } }  */
static void
test_members_of_locals (void)
{
  new_model ();
  expect ("members of a local tag",
	  members_and (local_tag (1, "nest", "o"), 11),
	  "FvPZ4nestEN1o3$_0EPZ4nestE1oPZ4nestENS_3$_1EE", 0x9105f088);
  expect ("members of an unnamed local tag",
	  members_and (local_tag (2, "nest", NULL), 13),
	  "FvPZ4nestEN3$_03$_3EPZ4nestE3$_0PZ4nestENS_3$_4EE", 0x17cbb881);
  struct kcfi_tag td = { .identity = 3,
			 .scope = KCFI_TAG_LOCAL,
			 .name = "td",
			 .name_is_typedef = true,
			 .function = "nest",
			 .function_identity = 'e' };
  expect ("members of a local typedef",
	  members_and (kcfi_type_tag (model, &td), 15),
	  "FvPZ4nestEN2td3$_5EPZ4nestE2tdPZ4nestENS_3$_6EE", 0x7ed62ac8);
  expect ("members of a discriminated tag",
	  members_and (local_tag (4, "nest", "o"), 17),
	  "FvPZ4nestEN1o3$_7E_0PZ4nestE1o_0PZ4nestENS_3$_8E_0E", 0xe51da27c);
  expect ("the next unnamed one", takes (file_tag (5, NULL)), "FvP3$_9E",
	  0x8068444b);
}

/* void f (int) asm ("fff");
   void f (int x) { struct s { int a; }; void g1 (struct s *); ... }
   static void f2 (int) asm ("fff2");
   static void f2 (int x) { struct s { int a; };
     void g2 (struct s *, void (*) (int *, struct s *)); ... }
   void f5 (int *) asm ("f5");
   void f5 (int *x) { struct s { int a; }; void g5 (struct s *, int *); ... } */
static void
test_assembler_names (void)
{
  new_model ();
  struct kcfi_tag tag = { .identity = 1,
			  .scope = KCFI_TAG_LOCAL,
			  .name = "s",
			  .function = "f",
			  .function_identity = 1,
			  .function_type = FUNCTION (VOID, INT) };
  expect ("function with an assembler name",
	  takes (kcfi_type_tag (model, &tag)), "FvPZ1fiE1sE", 0x3c4e1e4f);
  tag.identity = tag.function_identity = 2;
  tag.function = "f2";
  tag.function_is_static = true;
  type s = kcfi_type_tag (model, &tag);
  expect ("static function with an assembler name",
	  FUNCTION (VOID, pointer (s),
		    pointer (FUNCTION (VOID, pointer (INT), pointer (s)))),
	  "FvPZL2f2iE1sPFvPiS0_EE", 0xadf593c1);
  tag.identity = tag.function_identity = 3;
  tag.function = "f5";
  tag.function_is_static = false;
  tag.function_type = FUNCTION (VOID, pointer (INT));
  expect ("its parameters are substitutions",
	  FUNCTION (VOID, pointer (kcfi_type_tag (model, &tag)), pointer (INT)),
	  "FvPZ2f5PiE1sS_E", 0x71c104a9);
}

/* What a reader can get wrong must not crash the compiler.  */
static void
test_descriptions (void)
{
  new_model ();
  type named = file_tag (1, "first");
  check (file_tag (1, "second") == named, "the first description wins");
  check_type (
      "a local tag without a function is one of the file",
      takes (kcfi_type_tag (model, &(struct kcfi_tag){ .identity = 2,
						       .scope = KCFI_TAG_LOCAL,
						       .name = "lost" })),
      &as_is, "FvP4lostE", kcfi_type_id ("_ZTSFvP4lostE", KCFI_HASH_XXHASH64));
  check_type ("a member of nothing is one of the file",
	      takes (member_of (NULL, 3)), &as_is, "FvP3$_0E", 0x6b10471d);
  check (member_of (constant (named), 4) == member_of (named, 4)
	     && !kcfi_type_is_numbered (member_of (constant (named), 4)),
	 "the parent of a member may be qualified");
}

int
main (void)
{
  test_unnamed ();
  test_members_of_named ();
  test_members_of_unnamed ();
  test_unnamed_locals ();
  test_discriminators ();
  test_many_discriminators ();
  test_members_of_locals ();
  test_assembler_names ();
  test_descriptions ();
  kcfi_type_model_free (model);
  return check_failures != 0;
}
