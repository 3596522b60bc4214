/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the random types of cxx-type-gen are made of.  Alias templates are
   transparent: with them every type is an expression, whatever its declarator
   would look like.  */

#ifdef WITH_LIBRARY
# include <array>
# include <chrono>
# include <deque>
# include <functional>
# include <iostream>
# include <list>
# include <map>
# include <memory>
# include <optional>
# include <set>
# include <string>
# include <tuple>
# include <unordered_map>
# include <variant>
# include <vector>
#endif
#include <typeinfo>

using size_type = decltype (sizeof 0);
using VaList = __builtin_va_list *;

/* --- Derivations ---------------------------------------------------------------- */

template<class T> using P = T *;
template<class T> using PR = T *__restrict;
template<class T> using R = T &;
template<class T> using RR = T &&;
template<class T> using K = const T;
template<class T> using V = volatile T;
template<class T> using KV = const volatile T;
template<class T, size_type N> using A = T[N];
template<class T> using AO = T[];
template<class C, class T> using M = T C::*;
typedef _Complex int CXi; typedef _Complex long CXl; typedef _Complex double CXd; typedef _Complex unsigned char CXh;
template<class T> using V4 __attribute__ ((vector_size (4 * sizeof (T)))) = T;
#ifdef __clang__
template<class T> using AT = _Atomic (T);
template<class T> using E4 __attribute__ ((ext_vector_type (4))) = T;
template<class T> using AS = T __attribute__ ((address_space (3)));
#endif
template<class T, class... U> using F = T (U...);
template<class T, class... U> using FZ = T (U..., ...);
template<class T, class... U> using FN = T (U...) noexcept;
template<class T, class... U> using FK = T (U...) const;
template<class T, class... U> using FV = T (U...) volatile;
template<class T, class... U> using FVK = T (U...) const volatile;
template<class T, class... U> using FR = T (U...) &;
template<class T, class... U> using FO = T (U...) &&;
template<class T, class... U> using FKR = T (U...) const &;
template<class T, class... U> using FKO = T (U...) const &&;
template<class T, class... U> using FKN = T (U...) const noexcept;
template<class T, class... U> using FRN = T (U...) & noexcept;
template<class T, class... U>
using FMS __attribute__ ((ms_abi)) = T (U...);

/* --- Names ------------------------------------------------------------------------ */

struct S { struct In { struct Deep; enum E { e }; }; union U; int i; long l; int m (int) const; };
struct [[gnu::abi_tag ("tag", "gat")]] Tagged { struct In; };
class C; union U; enum E { e0, e1 = 7 }; enum class EC : unsigned char { a, b };
typedef struct { int i; } Named;
namespace ns { struct A { struct B; }; inline namespace v1 { struct I { enum class X { x = -3 }; }; }
  template<class T> struct T1 { struct In; template<class W> struct Deep { struct Er; }; };
  namespace { struct Hidden; } namespace in { class A; } }
namespace { struct Hidden { struct In; }; template<class T> struct HiddenT; }
template<class T> struct T1 { struct In; template<class W> struct T2; using type = T; };
template<class T, class W = T *> struct T2 { enum E { e }; };
template<class... T> struct Pack; template<class T, class... W> struct Head;
template<template<class...> class T, class W> struct TT; template<template<class> class T> struct T0;
template<auto N> struct NA; template<int N> struct NI; template<long N> struct NL; template<char N> struct NC;
template<unsigned long long N> struct NU; template<bool N> struct NB; template<wchar_t N> struct NW;
template<char16_t N> struct N16; template<__int128 N> struct N128; template<class T, T N> struct NT; template<EC N> struct NE;
template<auto... N> struct NAs; template<class T, T... N> struct Seq; template<class... T> using Last = T1<T1<T1<Pack<T...>>>>;
struct Lit { int i; long l; unsigned char c[2]; };
template<Lit N> struct NLit;

/* --- Functions, and what is local to them ------------------------------------------- */

extern int object; extern long objects[4]; extern S objectS;
int fun (int, long); long fun (long, S *); template<class T> T *tfun (T *, int, T1<T> &);
template<class T, class W> auto tfun2 (T *p, W *q) -> decltype (p + sizeof (W), q);
template<class T> struct Met { int m (T *, int) const; static long s (T &, unsigned); template<class W> W *t (W *, T *, int) &; };
inline auto local () { struct L { struct M { struct N {}; }; enum X {}; }; return L (); }
inline auto local (int, unsigned *) { { struct L {}; } { struct L {}; } struct L { struct M {}; }; return typename L::M (); }
inline auto local (long, int S::*) { { struct L { struct M {}; }; } struct L { struct M {}; }; return L (); }
template<class T> inline auto tlocal () { struct L { struct M {}; T *t; }; return L (); }
template<class T> inline auto tlocal2 (T *, int, P<T>) { struct L { struct M {}; }; return typename L::M (); }
template<class... T> inline auto plocal (T *..., unsigned) { struct L {}; return L (); }
template<int N, class T> inline auto nlocal (T (*)[N], NI<N> *, NT<T *, nullptr> *) { struct L {}; return L (); }
template<class T> inline auto xlocal (T *p, NL<sizeof (T *) + 1> *) -> decltype (p + 1, T1<T> (), 0L);
template<class T> inline auto dlocal (T *p, typename T1<T>::In *, NL<sizeof (T1<T> *) * 2> *, decltype (p) *) { struct L {}; return L (); }
template<class T> requires (sizeof (T *) > 1) inline auto qlocal (T *, long) { struct L {}; return L (); }
template<class T> inline auto closure () { return [] (T *, int, long) {}; }
template<class T> inline auto gclosure () { return [] (auto, T *, auto *, int) {}; }
template<class T> inline auto pclosure (T *) { return [] (auto &&..., long) {}; }
template<class T> inline auto eclosure () { return []<class W, int N> (W (*) [N], T *, NI<N> *) {}; }
template<class T> inline auto nclosure () { return [] (T *) { return [] (unsigned, T *) { struct L {}; return L (); } (1, nullptr); } (nullptr); }
inline auto vclosure = [] (int, unsigned char *) {};
template<class T> inline auto tvclosure = [] (T *, int) {};
struct SM { static inline auto x = [] (short, int *) {}; template<class T> static inline auto y = [] (T *, long) {};
  SM () { struct L {}; using type = L; } auto m (int, long) const & { struct L {}; return L (); } template<class T> auto t (T *, int) { struct L {}; return L (); }
  auto operator() (long) { struct L {}; return L (); } auto operator[] (int) const { struct L {}; return L (); } auto operator+ (int) { struct L {}; return L (); } };
template<class T> struct CT { static inline auto x = [] (T *, long) {}; auto m (T *, int) const { struct L {}; return L (); }
  template<class W> auto t (W *, T *) && { struct L { struct M {}; }; return typename L::M (); } operator T *(); };
inline auto operator""_lit (unsigned long long) { struct L {}; return L (); }
template<class T> T &&make ();

#ifdef WITH_LIBRARY
using std::string;
template<class T> using vector = std::vector<T>;
#endif

/* --- The rule of -fsanitize-cfi-icall-generalize-pointers ----------------------------- */

/* GeneralizeFunctionType: a pointer that is the result or a parameter becomes
   one to void, with the qualifiers of what it led to.  */
template<class T> constexpr bool has_const = false;
template<class T> constexpr bool has_const<const T> = true;
template<class T> constexpr bool has_volatile = false;
template<class T> constexpr bool has_volatile<volatile T> = true;
template<class T> constexpr bool has_restrict = false;
template<class T> constexpr bool has_restrict<T *__restrict> = true;
template<class T> constexpr bool has_restrict<T *__restrict const> = true;
template<class T> constexpr bool has_restrict<T *__restrict volatile> = true;
template<class T> constexpr bool has_restrict<T *__restrict const volatile> = true;
template<class T> constexpr bool has_restrict<T[]> = has_restrict<T>;
template<class T, size_type N> constexpr bool has_restrict<T[N]> = has_restrict<T>;
template<bool C, bool V> struct Void { using type = void; };
template<> struct Void<true, false> { using type = const void; };
template<> struct Void<false, true> { using type = volatile void; };
template<> struct Void<true, true> { using type = const volatile void; };
template<class T> struct G { using type = T; };
/* `restrict void', which Clang has then, cannot be written.  */
struct NoOracle;
template<class T, bool R> struct Pointer { using type = typename Void<has_const<T>, has_volatile<T>>::type *; };
template<class T> struct Pointer<T, true> { using type = NoOracle; };
template<class T> struct G<T *> : Pointer<T, has_restrict<T>> {};
template<class T> struct G<T *const> : G<T *> {};
template<class T> struct G<T *volatile> : G<T *> {};
template<class T> struct G<T *const volatile> : G<T *> {};
template<class T> struct G<T *__restrict> : G<T *> {};
template<class T> struct G<T *__restrict const> : G<T *> {};
template<class T> struct Generalized;
template<class T, class... U> struct Generalized<T (U...)> { using type = typename G<T>::type (typename G<U>::type...); };
template<class T, class... U> struct Generalized<T (U..., ...)> { using type = typename G<T>::type (typename G<U>::type..., ...); };

/* --- Methods ------------------------------------------------------------------------------ */

/* The type of a method that has T otherwise.  */
template<class T> struct Method;
template<class T, class... U> struct Method<T (U...)> {
  using _ = T (U...); using _K = T (U...) const; using _V = T (U...) volatile; using _VK = T (U...) const volatile;
  using _R = T (U...) &; using _O = T (U...) &&; using _KR = T (U...) const &; using _KO = T (U...) const &&; };
template<class T, class... U> struct Method<T (U..., ...)> {
  using _ = T (U..., ...); using _K = T (U..., ...) const; using _V = T (U..., ...) volatile; using _VK = T (U..., ...) const volatile;
  using _R = T (U..., ...) &; using _O = T (U..., ...) &&; using _KR = T (U..., ...) const &; using _KO = T (U..., ...) const &&; };
