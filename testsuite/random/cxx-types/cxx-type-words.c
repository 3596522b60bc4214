/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What random C++ types are made of: names in prelude.hh and of the language, and
   which of them this run may use.  */

#include "../chance.h"
#include "cxx-type.h"

#include <string.h>

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static const char *const scalar_texts[]
  = { "int", "long", "char", "unsigned char", "signed char", "short",
      "unsigned", "unsigned long", "long long", "unsigned long long", "bool",
      "unsigned short", "wchar_t", "char8_t", "char16_t", "char32_t",
      "float", "double", "long double", "__int128", "unsigned __int128",
      "decltype (nullptr)", "__float128", "_Float16", "_BitInt (7)",
      "unsigned _BitInt (129)" };
static const char *const element_texts[]
  = { "int", "long", "char", "unsigned char", "short", "float", "long long" };
static const char *const value_texts[]
  = { "1", "-5", "7L", "99ULL", "'c'", "true", "L'x'", "u'y'", "nullptr",
      "EC::b", "e1", "&object", "&objects[2]", "&S::i", "&S::l", "&S::m",
      "ns::I::X::x", "1.5", "2.5f", "(short) 3", "(int *) nullptr",
      "static_cast<int (*) (int, long)> (&fun)",
      "static_cast<long (*) (long, S *)> (&fun)", "(int S::*) nullptr",
      "&objectS.i", "Lit{1, 2, {3, 4}}", "Lit{5, -6}", "u8'q'", "U'z'" };
static const char *const name_texts[]
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
static const char *const class_texts[]
  = { "S", "S::In", "C", "ns::A", "ns::T1<int>", "T1<long>", "Tagged" };
static const char *const library_name_texts[]
  = { "string", "std::wstring", "std::u16string", "std::ostream",
      "std::istream", "std::iostream", "std::ios_base::openmode",
      "std::string_view", "std::nullptr_t", "std::size_t", "std::wostream",
      "std::chrono::hours", "std::chrono::steady_clock::time_point",
      "string::iterator", "std::exception", "std::align_val_t",
      "std::monostate", "std::allocator<char>", "std::char_traits<char>",
      "std::integral_constant<long, 3>", "std::ratio<1, 1000>" };
static const char *const template_texts[]
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
static const char *const library_template_texts[]
  = { "vector<@>", "vector<@>::iterator", "std::deque<@>",
      "std::map<@, @>", "std::map<string, @>", "std::set<@>",
      "std::unordered_map<@, @>", "std::function<%>", "std::list<@>",
      "std::tuple<@, @, @>", "std::pair<@, @>", "std::shared_ptr<@>",
      "std::unique_ptr<@>", "std::variant<@, @>", "std::optional<@>",
      "std::array<@, 4>", "std::less<@>", "std::initializer_list<@>",
      "std::allocator<@>", "std::basic_string<#>",
      "std::chrono::duration<#, std::ratio<3, 7>>", "std::hash<@>",
      "std::is_same<@, @>", "std::weak_ptr<@>", "std::vector<string>" };

#define WORDS(TEXTS) { TEXTS, LENGTH (TEXTS) }

const struct words scalars = WORDS (scalar_texts);
const struct words elements = WORDS (element_texts);
const struct words values = WORDS (value_texts);
const struct words names = WORDS (name_texts);
const struct words classes = WORDS (class_texts);
const struct words library_names = WORDS (library_name_texts);
const struct words templates = WORDS (template_texts);
const struct words library_templates = WORDS (library_template_texts);

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

const char *
choose_first (const struct words *words, unsigned count)
{
  const char *text;
  do
    text = words->texts[chance_below (count)];
  while (!is_usable (text));
  return text;
}

const char *
choose (const struct words *words)
{
  return choose_first (words, words->count);
}
