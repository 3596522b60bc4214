/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cxx-type-gen SEED COUNT [library|unnamed|tags|portable]...  prints a C++20 file with COUNT random
   function types, for check-remangled: what they are made of is in prelude.hh.

   Functions are declared and their address is taken, so their ids are in
   __kcfi_typeid_f<qualifiers><number>: "fVKR12" is a method with `const volatile
   &'.  The table `strings' has the type_info, and so the mangled name, of each
   one's type without the qualifiers, and behind it that of its type with
   generalized pointers.

     library   with types of the standard library
     unnamed   with types in unnamed namespaces, and without methods
     tags      with types that have ABI tags, as the library's have
     portable  only with what GCC has too and gives the same name (doc/cxx.md)  */

#include "../chance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static const char *const scalars[]
  = { "int", "long", "char", "unsigned char", "signed char", "short",
      "unsigned", "unsigned long", "long long", "unsigned long long", "bool",
      "unsigned short", "wchar_t", "char8_t", "char16_t", "char32_t",
      "float", "double", "long double", "__int128", "unsigned __int128",
      "decltype (nullptr)", "__float128", "_Float16", "_BitInt (7)",
      "unsigned _BitInt (129)" };
static const char *const elements[]
  = { "int", "long", "char", "unsigned char", "short", "float", "long long" };
static const char *const values[]
  = { "1", "-5", "7L", "99ULL", "'c'", "true", "L'x'", "u'y'", "nullptr",
      "EC::b", "e1", "&object", "&objects[2]", "&S::i", "&S::l", "&S::m",
      "ns::I::X::x", "1.5", "2.5f", "(short) 3", "(int *) nullptr",
      "static_cast<int (*) (int, long)> (&fun)",
      "static_cast<long (*) (long, S *)> (&fun)", "(int S::*) nullptr",
      "&objectS.i", "Lit{1, 2, {3, 4}}", "Lit{5, -6}", "u8'q'", "U'z'" };
static const char *const names[]
  = { "S", "S::In", "S::In::Deep", "S::In::E", "S::U", "Tagged", "Tagged::In",
      "C", "U", "E", "EC", "Named", "ns::A", "ns::A::B", "ns::I",
      "ns::I::X", "ns::Hidden", "ns::in::A", "Hidden", "Hidden::In", "SM",
      "CXi", "CXl", "CXd", "CXh", "VaList", "decltype (vclosure)",
      "decltype (SM::x)", "decltype (local ())",
      "decltype (local ())::M", "decltype (local ())::M::N",
      "decltype (local ())::X", "decltype (local (1, nullptr))",
      "decltype (local (1L, nullptr))", "decltype (local (1L, nullptr))::M",
      "decltype (make<SM &> ().m (1, 2L))", "decltype (make<SM &> () (1L))",
      "decltype (make<SM &> ()[1])", "decltype (make<SM &> () + 1)",
      "decltype (1_lit)", "NLit<Lit{1, 2, {3, 4}}>", "NLit<Lit{-1}>" };
static const char *const classes[]
  = { "S", "S::In", "C", "ns::A", "ns::T1<int>", "T1<long>", "Tagged" };
static const char *const library_names[]
  = { "string", "std::wstring", "std::u16string", "std::ostream",
      "std::istream", "std::iostream", "std::ios_base::openmode",
      "std::string_view", "std::nullptr_t", "std::size_t", "std::wostream",
      "std::chrono::hours", "std::chrono::steady_clock::time_point",
      "string::iterator", "std::exception", "std::align_val_t",
      "std::monostate", "std::allocator<char>", "std::char_traits<char>",
      "std::integral_constant<long, 3>", "std::ratio<1, 1000>" };
/* As print_pattern takes them.  */
static const char *const templates[]
  = { "T1<@>", "T2<@>", "T2<@, @>", "ns::T1<@>", "HiddenT<@>", "T1<@>::In",
      "T1<@>::T2<@>", "ns::T1<@>::In", "ns::T1<@>::Deep<@>::Er",
      "ns::T1<@>::Deep<@>", "Pack<>", "Pack<@>", "Pack<@, @>",
      "Pack<@, @, @>", "Head<@>", "Head<@, @, @>", "TT<T2, @>",
      "TT<Pack, @>", "T0<T1>", "T0<ns::T1>", "Last<@, @>", "T2<@, @>::E",
      "NA<&tfun<@>>", "NA<&tfun2<#, #>>", "NA<&Met<@>::m>",
      "NA<&Met<@>::s>", "NA<&Met<@>::template t<@>>", "NA<&xlocal<#>>",
      "NA<&dlocal<@>>", "NA<&qlocal<@>>", "NA<&nlocal<3, #>>",
      "decltype (tlocal<@> ())", "decltype (tlocal<@> ())::M",
      "decltype (tlocal2<@> (nullptr, 1, nullptr))",
      "decltype (plocal<@, @> (nullptr, nullptr, 1))",
      "decltype (plocal<> (1))", "decltype (nlocal<5, #> (nullptr, nullptr, nullptr))",
      "decltype (dlocal<#> (nullptr, nullptr, nullptr, nullptr))",
      "decltype (qlocal<@> (nullptr, 1))", "decltype (closure<@> ())",
      "decltype (gclosure<@> ())", "decltype (pclosure<@> (nullptr))",
      "decltype (eclosure<@> ())", "decltype (nclosure<@> ())",
      "decltype (tvclosure<@>)", "decltype (SM::y<@>)",
      "decltype (CT<@>::x)", "decltype (make<CT<@>> ().m (nullptr, 1))",
      "decltype (make<CT<@>> ().template t<@> (nullptr, nullptr))",
      "decltype (make<SM &> ().template t<@> (nullptr, 0))" };
static const char *const library_templates[]
  = { "vector<@>", "vector<@>::iterator", "std::deque<@>",
      "std::map<@, @>", "std::map<string, @>", "std::set<@>",
      "std::unordered_map<@, @>", "std::function<%>", "std::list<@>",
      "std::tuple<@, @, @>", "std::pair<@, @>", "std::shared_ptr<@>",
      "std::unique_ptr<@>", "std::variant<@, @>", "std::optional<@>",
      "std::array<@, 4>", "std::less<@>", "std::initializer_list<@>",
      "std::allocator<@>", "std::basic_string<#>",
      "std::chrono::duration<#, std::ratio<3, 7>>", "std::hash<@>",
      "std::is_same<@, @>", "std::weak_ptr<@>", "std::vector<string>" };

static bool with_library;
static bool with_unnamed; /* What is in unnamed namespaces.  */
static bool with_tags;	  /* What has ABI tags.  */
static bool is_portable;
static unsigned alias_count;

static void print_object (unsigned depth);
static void print_function (unsigned depth, bool may_be_qualified);

/* Clang's types, closures and what they are part of, whose numbers differ, constraints,
   which GCC 14 was the first to name, and what GCC calls otherwise: parameters in the
   signature of a function that is part of another's name, null pointers and addresses
   of parts of objects as template arguments.  */
static bool
is_only_clangs (const char *text)
{
  static const char *const parts[]
    = { "_BitInt", "_Float16", "closure", "SM::x", "SM::y", "CT<@>::x", "qlocal", "xlocal",
	"tfun2", "dlocal", "nlocal", "&objects[2]", "&objectS.i" };
  if (strcmp (text, "nullptr") == 0)
    return true;
  for (size_t i = 0; i < LENGTH (parts); i++)
    if (strstr (text, parts[i]))
      return true;
  return false;
}

/* Functions that are not defined can be named only where unnamed namespaces are
   not.  Clang does not normalize the parameters of a function whose result has
   ABI tags, and its name does not tell: with tags, no name has instances of
   function templates in it.  */
static bool
is_usable (const char *text)
{
  bool names_function = strstr (text, "<&") != NULL;
  bool has_instance = names_function || strchr (text, '@') != NULL;
  if (is_portable && is_only_clangs (text))
    return false;
  if (strstr (text, "Hidden"))
    return with_unnamed;
  if (strstr (text, "Tagged"))
    return with_tags;
  return !(names_function && with_unnamed)
	 && !(with_tags && has_instance
	      && (names_function || strstr (text, "decltype (")));
}

static const char *
choose (const char *const *texts, unsigned count)
{
  const char *text;
  do
    text = texts[chance_below (count)];
  while (!is_usable (text));
  return text;
}

static void
print_scalar (void)
{
  fputs (choose (scalars, chance_of (60) ? 12 : LENGTH (scalars)), stdout);
}

static void
print_between (const char *before, unsigned depth, const char *behind)
{
  fputs (before, stdout);
  print_object (depth);
  fputs (behind, stdout);
}

/* What a pointer leads to.  */
static void
print_target (unsigned depth, bool may_be_void)
{
  static const char *const qualifiers[] = { "K<", "V<", "KV<" };
  unsigned choice = chance_below (12);
  if (choice == 0 && may_be_void)
    fputs (chance_of (50) ? "void" : chance_of (50) ? "K<void>" : "KV<void>",
	   stdout);
  else if (choice <= 2 && depth > 0)
    print_function (depth - 1, false);
  else if (choice == 3 && depth > 0)
    {
      bool is_open = chance_of (30);
      print_between (is_open ? "AO<" : "A<", depth - 1, is_open ? ">" : ", 3>");
    }
  else if (choice <= 6)
    print_between (qualifiers[chance_below (3)], depth, ">");
  else
    print_object (depth);
}

/* PATTERN with types for @, scalars for #, function types for %.  */
static void
print_pattern (const char *pattern, unsigned depth)
{
  depth = depth > 0 ? depth - 1 : 0;
  for (; *pattern; pattern++)
    if (*pattern == '@')
      print_object (depth);
    else if (*pattern == '#')
      print_scalar ();
    else if (*pattern == '%')
      print_function (depth, false);
    else
      putchar (*pattern);
}

static void
print_values (void)
{
  unsigned number = chance_below (100);
  switch (chance_below (12))
    {
    case 0:
      printf ("NI<%d>", (int) number - 50);
      break;
    case 1:
      printf ("NL<%dL>", (int) number - 50);
      break;
    case 2:
      printf ("NC<%u>", number);
      break;
    case 3:
      printf ("NB<%s>", number % 2 ? "true" : "false");
      break;
    case 4:
      printf ("NW<%u>", number);
      break;
    case 5:
      printf ("N128<-%u>", number);
      break;
    case 6:
      printf ("NT<%s, %u>", elements[chance_below (3)], number);
      break;
    case 7:
      printf ("Seq<%s, 1, %u, 3>", elements[chance_below (3)], number);
      break;
    case 8:
      printf ("NAs<%s, %s>", choose (values, LENGTH (values)),
	      choose (values, LENGTH (values)));
      break;
    case 9:
      printf ("N16<%u>", number);
      break;
    case 10:
      printf ("NE<EC::%s>", number % 2 ? "a" : "b");
      break;
    default:
      printf ("NA<%s>", choose (values, LENGTH (values)));
    }
}

/* A pointer to a member, to data or a function.  */
static void
print_member_pointer (unsigned depth)
{
  printf ("M<%s, ", choose (classes, LENGTH (classes)));
  if (chance_of (60))
    print_function (depth, true);
  else
    print_object (depth);
  putchar ('>');
}

/* A type that is no function, array, reference or void.  */
static void
print_object (unsigned depth)
{
  unsigned choice = chance_below (depth > 0 ? 24 : 8);
  if (choice < 4 && alias_count && chance_of (50))
    printf ("u%u", chance_below (alias_count));
  else if (choice < 4)
    print_scalar ();
  else if (choice < 6)
    fputs (choose (names, LENGTH (names)), stdout);
  else if (choice == 6)
    print_values ();
  else if (choice == 7 && with_library)
    fputs (library_names[chance_below (LENGTH (library_names))], stdout);
  else if (choice < 13)
    {
      bool is_restrict = chance_of (10);
      /* GCC keeps the `restrict' of a parameter that comes out of a pack.  */
      bool is_wrapped = is_restrict && is_portable;
      fputs (is_wrapped ? "P<PR<" : is_restrict ? "PR<" : "P<", stdout);
      if (is_restrict)
	print_object (depth - (depth > 0));
      else
	print_target (depth - (depth > 0), true);
      fputs (is_wrapped ? ">>" : ">", stdout);
    }
  else if (choice < 15)
    print_member_pointer (depth - 1);
  else if (choice == 15)
    printf ("%s<%s>", is_portable || chance_of (50) ? "V4" : "E4",
	    elements[chance_below (LENGTH (elements))]);
  else if (choice <= 17 && is_portable)
    print_scalar ();
  else if (choice == 16)
    {
      bool is_pointer = chance_of (40);
      fputs (is_pointer ? "AT<P<" : "AT<", stdout);
      if (is_pointer)
	print_target (depth - 1, true);
      else
	fputs (elements[chance_below (LENGTH (elements))], stdout);
      fputs (is_pointer ? ">>" : ">", stdout);
    }
  else if (choice == 17)
    printf ("P<AS<%s>>", elements[chance_below (LENGTH (elements))]);
  else if (choice < 20 && with_library)
    print_pattern (library_templates[chance_below (LENGTH (library_templates))],
		   depth);
  else
    print_pattern (choose (templates, LENGTH (templates)), depth);
}

static void
print_reference (unsigned depth)
{
  fputs (chance_of (65) ? "R<" : "RR<", stdout);
  print_target (depth, false);
  putchar ('>');
}

static void
print_parameter (unsigned depth)
{
  unsigned choice = chance_below (10);
  if (choice < 3)
    print_reference (depth);
  else if (choice == 3)
    print_between ("K<", depth, ">");
  else if (choice == 4 && depth > 0)
    print_between ("A<K<", depth - 1, ">, 5>");
  else if (choice == 5 && depth > 0)
    print_function (depth - 1, false);
  else
    print_object (depth);
}

static void
print_result (unsigned depth)
{
  if (chance_of (25))
    fputs ("void", stdout);
  else if (chance_of (20))
    print_reference (depth);
  else if (chance_of (10))
    print_between ("K<", depth, ">");
  else
    print_object (depth);
}

/* TEMPLATE of a result and parameters.  */
static void
print_signature (const char *template, unsigned depth)
{
  unsigned count = chance_of (3) ? chance_between (10, 45) : chance_below (5);
  printf ("%s<", template);
  print_result (depth);
  for (unsigned i = 0; i < count; i++)
    {
      fputs (", ", stdout);
      print_parameter (depth);
    }
  putchar ('>');
}

static void
print_function (unsigned depth, bool may_be_qualified)
{
  static const char *const plain[] = { "F", "F", "F", "FZ", "FN", "FN", "FMS" };
  static const char *const qualified[]
    = { "FK", "FV", "FVK", "FR", "FO", "FKR", "FKO", "FKN", "FRN", "FK" };
  if (may_be_qualified && chance_of (60))
    print_signature (qualified[chance_below (LENGTH (qualified))], depth);
  else
    print_signature (plain[chance_below (LENGTH (plain))], depth);
}

/* Qualifiers of a method: in its symbol's name and of its type in prelude.hh.  */
static const char *const method_kinds[]
  = { "", "K", "V", "VK", "R", "O", "KR", "KO" };

/* The function NUMBER with the type t<NUMBER>, a method of KIND or, below 0, a
   function.  */
static void
print_test (unsigned number, int kind)
{
  printf ("using t%u = ", number);
  print_signature (chance_of (10) ? "FZ" : "F", chance_below (5));
  puts (";");
  if (kind < 0)
    printf ("extern \"C\" t%u f%u;\n", number, number);
  else
    printf ("struct Methods%u { Method<t%u>::_%s m __asm__ (\"f%s%u\"); };\n",
	    number, number, method_kinds[kind], method_kinds[kind], number);
}

static void
print_tables (const int *kinds, unsigned count)
{
  puts ("void take_addresses () {");
  for (unsigned i = 0; i < count; i++)
    if (kinds[i] < 0)
      printf ("  { t%u *volatile p = f%u; (void) p; }\n", i, i);
    else
      printf ("  { auto volatile p = &Methods%u::m; (void) p; }\n", i);
  puts ("}\nextern \"C\" const std::type_info *const strings[] = {");
  for (unsigned i = 0; i < count; i++)
    printf ("  &typeid (t%u), &typeid (Generalized<t%u>::type),\n", i, i);
  puts ("};");
}

int
main (int argc, char **argv)
{
  if (argc < 3)
    {
      fputs ("usage: cxx-type-gen SEED COUNT [library|unnamed|tags|portable]...\n", stderr);
      return 2;
    }
  for (int i = 3; i < argc; i++)
    {
      with_library |= strcmp (argv[i], "library") == 0;
      with_tags |= with_library;
      with_unnamed |= strcmp (argv[i], "unnamed") == 0;
      with_tags |= strcmp (argv[i], "tags") == 0;
      is_portable |= strcmp (argv[i], "portable") == 0;
    }
  chance_start (strtoull (argv[1], NULL, 10));
  unsigned count = (unsigned) strtoul (argv[2], NULL, 10);
  int *kinds = calloc (count, sizeof *kinds);
  if (!kinds)
    abort ();
  if (with_library)
    puts ("#define WITH_LIBRARY 1");
  puts ("#include \"prelude.hh\"");
  for (unsigned i = 0; i < count; i++)
    {
      if (i < 10 || chance_of (50))
	{
	  printf ("using u%u = ", alias_count);
	  print_object (chance_below (4));
	  puts (";");
	  alias_count++;
	}
      kinds[i] = !with_unnamed && chance_of (35)
		   ? (int) chance_below (LENGTH (method_kinds))
		   : -1;
      print_test (i, kinds[i]);
    }
  print_tables (kinds, count);
  free (kinds);
  return 0;
}
