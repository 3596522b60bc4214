// SPDX-License-Identifier: GPL-3.0-or-later
// Function types of C++ for Clang's KCFI ids, x86_64, -std=c++20; no headers.
// Accepted by clang++-19/22 and g++-12/16.  What only Clang has: #ifdef __clang__.
// A non-static member NAME has a static twin tw_NAME of the same parameters and
// result: string (NAME) = cv qualifiers, string (tw_NAME), ref qualifier before
// the last E.  expected.tsv has one row for each symbol defined here.

#define BODY { __builtin_trap (); }
#define F(result, name, ...) extern "C" result name (__VA_ARGS__) BODY
#define V(name, ...) extern "C" void name (__VA_ARGS__) BODY
typedef decltype (nullptr) nullptr_type;
typedef decltype (sizeof 0) size_type;

// --- types -------------------------------------------------------------------
struct S { int data; int m (int); int cm (int) const; static int sm (int); struct In { int x; struct Deep {}; }; enum E { e0 }; union U { int a; }; };
class C; union U; enum E { ev0, ev1 = 5 }; enum class EC { a, b = 7 }; enum EF : unsigned char { ef0 }; enum class ECL : long { x };
enum Opaque : short;
typedef struct { int x; } TdAnon; typedef enum { tda } TdAnonE; typedef union { int x; } TdAnonU;
typedef struct TagDiffers { int x; } TdDiffers; using UsingAnon = struct { int y; };
namespace ns { struct A; class B {}; enum E { nse }; enum class EC { q }; typedef struct { int z; } Td; namespace in { struct A; template<class T> struct T1; } template<class T> struct T1 { struct N; typedef T type; enum E { te }; }; inline namespace v1 { struct InlineNs; } using Alias = A; template<class T> using AT = T1<T>; struct P0; struct P1; }
namespace ns2 = ns::in;
namespace { struct Anon; enum AnonE { ane }; namespace deep { struct A; } template<class T> struct AnonT; }
namespace ns { namespace { struct Anon; } }
template<class T> struct T1 { struct N { struct M; }; typedef T type; enum E { te }; int m (T); template<class Q> struct TN { struct Z; }; };
template<class T, class Q = T> struct T2 {};
template<class... T> struct Pack {}; template<class H, class... T> struct HPack {};
template<int N> struct NI {}; template<unsigned long N> struct NUL {}; template<bool B> struct NB {}; template<char C> struct NC {}; template<long N> struct NL {}; template<unsigned N> struct NU {}; template<short N> struct NS {}; template<long long N> struct NLL {}; template<unsigned char N> struct NUC {}; template<__int128 N> struct NI128 {};
template<E X> struct NE {}; template<EC X> struct NEC {}; template<S::E X> struct NSE {}; template<auto X> struct NA {}; template<int... N> struct NPack {}; template<class T, T... N> struct TNPack {}; template<auto... X> struct APack {};
template<wchar_t N> struct NW {}; template<char8_t N> struct NC8 {}; template<char16_t N> struct NC16 {}; template<char32_t N> struct NC32 {};
extern int obj; int obj; extern const char str[4]; const char str[4] = "abc"; void fun (int); namespace ns { extern int obj; void fun (); }
template<int *P> struct NP {}; template<const char *P> struct NCP {}; template<void (*P) (int)> struct NFP {}; template<int &R> struct NR {}; template<void (&R) (int)> struct NFR {}; template<int S::*P> struct NDM {}; template<int (S::*P) (int)> struct NMF {}; template<nullptr_type P> struct NNP {}; template<int (S::*P) (int) const> struct NMFC {}; template<void (*P) ()> struct NFP0 {};
template<template<class> class X> struct TT {}; template<template<class, class> class X, class A> struct TT2 {}; template<template<class...> class X> struct TTP {};
struct Lit { int a; int b; }; template<Lit X> struct NLit {}; template<double D> struct ND {}; template<float D> struct NFl {};
struct LitS { char c[4]; }; template<LitS X> struct NLitS {};
template<class F> struct Fn; template<class R, class... A> struct Fn<R (A...)> { struct Res; };
struct [[gnu::abi_tag ("tag")]] Tagged; struct [[gnu::abi_tag ("b", "a")]] Tagged2; namespace tagns { inline namespace [[gnu::abi_tag ("cxx11")]] __cxx11 { struct X; template<class T> struct Y; } }
template<class T> struct [[gnu::abi_tag ("tag")]] TaggedT;
namespace std { template<class T> class allocator; template<class T> struct char_traits; template<class C, class T = char_traits<C>, class A = allocator<C>> class basic_string {}; template<class C, class T = char_traits<C>> class basic_istream; template<class C, class T = char_traits<C>> class basic_ostream; template<class C, class T = char_traits<C>> class basic_iostream; template<class T, class A = allocator<T>> class vector; class exception; enum class byte : unsigned char {}; typedef basic_string<char> string; typedef basic_istream<char> istream; typedef basic_ostream<char> ostream; typedef basic_iostream<char> iostream; inline namespace __cxx11 __attribute__ ((__abi_tag__ ("cxx11"))) { template<class C, class T = char_traits<C>, class A = allocator<C>> class basic_cxx11; class plain; } namespace chrono { class clock; } template<class T> class function; template<class T, class D> class unique_ptr {}; struct nothrow_t; template<class A, class B> struct pair; }
typedef int v4si __attribute__ ((vector_size (16))); typedef float v8sf __attribute__ ((vector_size (32))); typedef unsigned char v16qi __attribute__ ((vector_size (16))); typedef double v2df __attribute__ ((vector_size (16)));
typedef int fn_ii (int); typedef int fn_iin (int) noexcept; typedef int fn_c () const; typedef int fn_r () &; typedef int fn_rr () &&; typedef int fn_cr () const &; typedef int fn_cn () const noexcept;
extern "C" typedef int c_fn (int); extern "C" { typedef int (*c_fnp) (int); struct CStruct { int x; }; namespace inC { struct A; } }
typedef __builtin_va_list va_list_t;

// --- fundamental types ---------------------------------------------------------
V (b_void) V (b_bool, bool) V (b_char, char) V (b_schar, signed char) V (b_uchar, unsigned char) V (b_short, short) V (b_ushort, unsigned short)
V (b_int, int) V (b_uint, unsigned) V (b_long, long) V (b_ulong, unsigned long) V (b_llong, long long) V (b_ullong, unsigned long long)
V (b_int128, __int128) V (b_uint128, unsigned __int128) V (b_float, float) V (b_double, double) V (b_ldouble, long double) V (b_float128, __float128)
V (b_wchar, wchar_t) V (b_char8, char8_t) V (b_char16, char16_t) V (b_char32, char32_t) V (b_nullptr, nullptr_type) V (b_size, size_type)
V (b_cfloat, _Complex float) V (b_cdouble, _Complex double) V (b_cldouble, _Complex long double) V (b_cint, _Complex int)
V (b_valist, va_list_t) V (b_valist_p, va_list_t *) V (b_valist_r, va_list_t &)
V (b_all, bool, char, signed char, unsigned char, short, unsigned short, int, unsigned, long, unsigned long, long long, unsigned long long, wchar_t, char8_t, char16_t, char32_t, float, double, long double)
F (int, r_int) F (bool, r_bool) F (long, r_long) F (char, r_char) F (wchar_t, r_wchar) F (nullptr_type, r_nullptr) F (double, r_double) F (unsigned long, r_ulong, unsigned long, int) F (_Complex double, r_cdouble, _Complex double)

// --- pointers, references, arrays, qualifiers ---------------------------------
V (p_void, void *) V (p_cvoid, const void *) V (p_int, int *) V (p_cint, const int *) V (p_vint, volatile int *) V (p_cvint, const volatile int *) V (p_restrict, int *__restrict) V (p_restrict2, int *__restrict *) V (p_cp, int *const) V (p_pcp, int *const *) V (p_pp, char **) V (p_cpcp, const char *const *) V (p_const_param, const int) V (p_const_class, const S)
V (q_ref, int &) V (q_cref, const int &) V (q_vref, volatile int &) V (q_rref, int &&) V (q_crref, const int &&) V (q_pref, int *&) V (q_ppref, int **&&) V (q_cpcref, const char *const &) V (q_refref, int &, int &&, int &) V (q_ref_restrict, int *__restrict &) V (q_sref, S &) V (q_csref, const S &, const S &, S &)
F (int &, q_ret_ref) F (int &&, q_ret_rref) F (const S &, q_ret_csref, const S &) F (S *, q_ret_sp, S *, S **)
V (a_arr, int [3]) V (a_carr, const int [3]) V (a_ref, int (&) [3]) V (a_cref, const int (&) [3]) V (a_rref, int (&&) [3]) V (a_ptr, int (*) [3]) V (a_ptr2, const int (*) [3][4]) V (a_refp, S *(&) [2]) V (a_unk, int (&) [], int (*) []) V (a_cls, const S (&) [2], const S *, S (&) [2])
extern "C" int (&a_ret (void)) [3] BODY
extern "C" int (*a_retp (int (*) [3])) [3] BODY

// --- functions, noexcept --------------------------------------------------------
V (f_fp, void (*) ()) V (f_fref, void (&) (int)) V (f_frref, void (&&) (int)) V (f_decay, fn_ii) V (f_fpp, int (**) (int)) V (f_cfpr, int (*const &) (int))
V (f_ne, void (*) () noexcept) V (f_ner, void (&) () noexcept) V (f_nerr, void (&&) () noexcept) V (f_neparam, void (*) (void (*) () noexcept)) V (f_nenest, void (*) (void (*) () noexcept) noexcept) V (f_nef, void (*) () noexcept (false)) V (f_nepp, void (**) () noexcept) V (f_netd, fn_iin *) V (f_netd2, fn_iin *, fn_ii *, fn_iin *) V (f_neargs, int (*) (const char *, ...) noexcept) V (f_neret, void (*(*) () noexcept) () noexcept)
extern "C" void f_top_noexcept (int) noexcept BODY
extern "C" void f_top_noexcept_true (int) noexcept (true) BODY
extern "C" void f_top_throw0 (int) throw () BODY
extern "C" void f_top_ne_arg (void (*) (int) noexcept) noexcept BODY
extern "C" auto f_top_ne_ret () noexcept -> void (*) () noexcept BODY
F (int, f_var, int, ...) F (int, f_var0, ...) V (f_varp, int (*) (int, ...)) V (f_varp0, int (*) (...)) V (f_twice, void (*) (int *), int *, void (*) (int *)) V (f_twicene, void (*) (int) noexcept, void (*) (int)) V (f_twicene2, void (*) (int), void (*) (int) noexcept)
extern "C" void (*f_retfp (int)) (int) BODY
extern "C" int (*(*f_retfp2 ()) (char)) (short) BODY
extern "C" const int f_cret () BODY
extern "C" int *const f_cpret () BODY
extern "C" const S f_cclassret () BODY
extern "C" volatile S f_vclassret () BODY
V (f_cretp, const int (*) ()) V (f_cclassretp, const S (*) ())
V (f_cfn, c_fn *) V (f_cfnp, c_fnp) V (f_cfn2, c_fn *, fn_ii *) V (f_ms, int (__attribute__ ((ms_abi)) *) (int))
extern "C" __attribute__ ((ms_abi)) int f_topms (int) BODY
extern "C" auto f_trailing (int a) -> decltype (a) BODY
extern "C" auto f_auto (int) { return 'c'; }
extern "C" decltype (auto) f_dauto (S *) { return (obj); }
extern "C" [[noreturn]] void f_noret () BODY

// --- member pointers ------------------------------------------------------------
V (m_d, int S::*) V (m_cd, const int S::*) V (m_cvd, const volatile int S::*) V (m_f, int (S::*) (int)) V (m_fc, int (S::*) (int) const) V (m_fv, int (S::*) (int) volatile) V (m_fcv, int (S::*) () const volatile) V (m_fr, int (S::*) () &) V (m_frr, int (S::*) () &&) V (m_fcr, int (S::*) () const &) V (m_fcrr, int (S::*) () const &&) V (m_fne, int (S::*) () noexcept) V (m_fcrne, int (S::*) () const & noexcept) V (m_fvar, int (S::*) (int, ...)) V (m_fvarc, int (S::*) (...) const)
V (m_p, int S::**) V (m_r, int S::*&) V (m_cp, int S::*const *) V (m_arr, int (S::*(&) [2]) (int)) V (m_dfp, void (*S::*) (int)) V (m_nested, int S::In::*) V (m_mm, int S::* C::*) V (m_mself, S *(S::*) (S *, const S &)) V (m_two, int (S::*) (int), int (S::*) (int)) V (m_twoc, int (S::*) (int), int (S::*) (int) const, int (*) (int)) V (m_t, int T1<int>::*) V (m_tf, void (T1<int>::*) (T1<int>)) V (m_ns, void (ns::A::*) (ns::A *)) V (m_anon, void (Anon::*) ()) V (m_clsdata, S::In S::*) V (m_arrd, int (S::*) [3]) V (m_carrd, const int (S::*) [3]) V (m_td, fn_c S::*) V (m_tdr, fn_r S::*) V (m_tdrr, fn_rr S::*) V (m_tdcn, fn_cn S::*) V (m_mp2, int (S::*) (int S::*))
extern "C" int (S::*m_ret ()) (int) BODY
extern "C" int S::*m_retd (int S::*) BODY

// --- classes, enums, namespaces -----------------------------------------------
V (t_s, S) V (t_sp, S *) V (t_c, C *) V (t_u, U *) V (t_e, E) V (t_ec, EC) V (t_ef, EF) V (t_ecl, ECL) V (t_op, Opaque) V (t_in, S::In) V (t_deep, S::In::Deep *) V (t_se, S::E) V (t_su, S::U) V (t_td, TdAnon) V (t_tde, TdAnonE) V (t_tdu, TdAnonU *) V (t_tdd, TdDiffers *) V (t_ua, UsingAnon *) V (t_elab, struct S *, class C *, enum E)
V (t_ns, ns::A *) V (t_nsb, ns::B) V (t_nse, ns::E) V (t_nsec, ns::EC) V (t_nstd, ns::Td) V (t_nsin, ns::in::A *) V (t_alias, ns::Alias *) V (t_nsal, ns2::A *) V (t_inl, ns::InlineNs *) V (t_anon, Anon *) V (t_anone, AnonE) V (t_anondeep, deep::A *) V (t_nsanon, ns::Anon *) V (t_anont, AnonT<int> *) V (t_nsmany, ns::A *, ns::B *, ns::A *, ns::P0 *, ns::P1 *, ns::in::A *) V (t_cstruct, CStruct *) V (t_inc, inC::A *) V (t_nested2, S::In *, S *, S::In::Deep *) V (t_twice, S, S, S *, S *, const S *, const S &)
V (t_unnamed, decltype (S::data))
namespace ns { void nsfn (A *, B &) BODY void nsfn2 (int) BODY }
namespace { [[gnu::used]] void anonfn (int) BODY [[gnu::used]] void anonfn2 (Anon *) BODY }

// --- std:: abbreviations -------------------------------------------------------
V (s_st, std::exception *) V (s_sa, std::allocator<int> *) V (s_sa2, std::allocator<char> *) V (s_sb, std::basic_string<wchar_t> *) V (s_ss, std::string) V (s_si, std::istream &) V (s_so, std::ostream &) V (s_sd, std::iostream &) V (s_ssr, const std::string &, std::string &) V (s_vec, std::vector<int> &) V (s_vecss, const std::vector<std::string> &) V (s_tr, std::char_traits<char> *) V (s_wss, std::basic_string<char, std::char_traits<char>, std::allocator<int>> *) V (s_byte, std::byte) V (s_cxx11, std::basic_cxx11<char> &) V (s_plain, std::plain *) V (s_chrono, std::chrono::clock *) V (s_fn, std::function<int (int)> &) V (s_fnne, std::function<int (int) noexcept> &) V (s_uptr, std::unique_ptr<S, std::function<void (S *)>>) V (s_pair, std::pair<std::string, std::string> *, std::string *) V (s_many, std::exception *, std::exception &, std::chrono::clock *, std::chrono::clock &) V (s_nothrow, size_type, const std::nothrow_t &) V (s_wist, std::basic_istream<wchar_t> *) V (s_sa_t, std::allocator<std::allocator<int>> *)
V (s_tmplarg, T1<std::allocator<int>> *, TT<std::allocator>, TT2<std::vector, int>)

// --- templates -------------------------------------------------------------------
V (x_1, T1<int>) V (x_1c, T1<const int> *) V (x_1r, T1<int &> *) V (x_1rr, T1<int &&> *) V (x_1v, T1<void> *) V (x_1s, T1<S> *, S *) V (x_1p, T1<int *> *) V (x_1a, T1<int [3]> *) V (x_1a0, T1<int []> *) V (x_1ca, T1<const int [3]> *) V (x_1f, T1<void (int)> *) V (x_1fn, T1<void (int) noexcept> *) V (x_1fp, T1<void (*) (int)> *) V (x_1fpn, T1<void (*) (int) noexcept> *) V (x_1fc, T1<fn_c> *) V (x_1fr, T1<fn_r> *) V (x_1frr, T1<fn_rr> *) V (x_1fcr, T1<fn_cr> *) V (x_1fcn, T1<fn_cn> *) V (x_1m, T1<int S::*> *) V (x_1mf, T1<int (S::*) () const> *) V (x_1t, T1<T1<int>> *) V (x_1tt, T1<T1<T1<int>>> *, T1<int> *) V (x_n, T1<int>::N *) V (x_nm, T1<int>::N::M *) V (x_te, T1<int>::E) V (x_tn, T1<int>::TN<char> *) V (x_tnz, T1<int>::TN<char>::Z *) V (x_ty, T1<int>::type) V (x_2, T2<int> *) V (x_2b, T2<int, char> *, T2<char> *) V (x_ns, ns::T1<int> *) V (x_nsn, ns::T1<int>::N *) V (x_nsa, ns::AT<int> *) V (x_nsin, ns::in::T1<ns::A> *) V (x_e, T1<E> *) V (x_anon, T1<Anon> *) V (x_td, T1<TdAnon> *)
V (x_p0, Pack<> *) V (x_p1, Pack<int> *) V (x_p3, Pack<int, char, S> *, S *) V (x_pp, Pack<Pack<int>, Pack<>> *) V (x_hp, HPack<int> *) V (x_hp2, HPack<int, char, long> *)
V (x_i0, NI<0> *) V (x_i5, NI<5> *) V (x_im, NI<-5> *) V (x_ul, NUL<7> *) V (x_b, NB<true> *, NB<false> *) V (x_c, NC<'a'> *) V (x_l, NL<-9> *) V (x_u, NU<4000000000u> *) V (x_s, NS<-1> *) V (x_ll, NLL<(-9223372036854775807LL - 1)> *) V (x_uc, NUC<200> *) V (x_i128, NI128<5> *) V (x_w, NW<L'a'> *) V (x_c8, NC8<u8'a'> *) V (x_c16, NC16<u'a'> *) V (x_c32, NC32<U'a'> *)
V (x_ne, NE<ev1> *) V (x_nec, NEC<EC::b> *) V (x_nse, NSE<S::e0> *) V (x_neraw, NE<(E) 3> *) V (x_au, NA<5> *) V (x_aul, NA<5ul> *) V (x_aup, NA<&obj> *) V (x_aue, NA<EC::b> *) V (x_aunp, NA<nullptr> *) V (x_auc, NA<'x'> *) V (x_aub, NA<true> *) V (x_ip, NPack<1, 2, 3> *) V (x_ip0, NPack<> *) V (x_tip, TNPack<int, 1, 2> *) V (x_ap, APack<1, 'c', true> *)
V (x_po, NP<&obj> *) V (x_pons, NP<&ns::obj> *) V (x_pnull, NP<nullptr> *) V (x_cp, NCP<str> *) V (x_fp, NFP<fun> *) V (x_fpns, NFP0<ns::fun> *) V (x_r, NR<obj> *) V (x_fr, NFR<fun> *) V (x_dm, NDM<&S::data> *) V (x_dmn, NDM<nullptr> *) V (x_mf, NMF<&S::m> *) V (x_mfc, NMFC<&S::cm> *) V (x_nnp, NNP<nullptr> *)
V (x_tt, TT<T1> *) V (x_ttns, TT<ns::T1> *) V (x_tt2, TT2<T2, int> *) V (x_ttp, TTP<Pack> *) V (x_lit, NLit<Lit{ 1, 2 }> *) V (x_lit0, NLit<Lit{}> *) V (x_lit1, NLit<Lit{ 1 }> *) V (x_d, ND<1.5> *) V (x_fl, NFl<2.0f> *) V (x_lits, NLitS<LitS{ "abc" }> *)
V (x_fnsig, Fn<int (char, S &)> *) V (x_fnres, Fn<void ()>::Res *) V (x_fnvar, Fn<int (int, ...)> *) V (x_vec, T1<v4si> *) V (x_subst, T1<ns::A> *, ns::A *, T1<ns::B> *, ns::T1<ns::A> *, ns::T1<ns::B> *) V (x_va, T1<va_list_t> *)
template<class T> T tf_ret (T a) BODY
template int tf_ret<int> (int); template S tf_ret<S> (S); template const char *tf_ret<const char *> (const char *);
template<class T> void tf_dep (T *, typename T::type, T1<T>) BODY
template void tf_dep<T1<int>> (T1<int> *, int, T1<T1<int>>);
template<class... A> void tf_pack (A...) BODY
template void tf_pack<> (); template void tf_pack<int, char *, S> (int, char *, S);
template<class... A> void tf_fwd (A &&...) BODY
template void tf_fwd<int &, int> (int &, int &&);
template<int N> void tf_arr (int (&) [N]) BODY
template void tf_arr<4> (int (&) [4]);
template<class T> auto tf_auto (T a) { return a; }
template auto tf_auto<long> (long);
template<class T> auto tf_decl (T a) -> decltype (a + 1) BODY
template auto tf_decl<short> (short) -> decltype (short () + 1);
template<class T> void tf_noex (T) noexcept (sizeof (T) == 4) BODY
template void tf_noex<int> (int); template void tf_noex<char> (char);
template<class T> concept Small = sizeof (T) <= 8;
template<Small T> void tf_conc (T) BODY
template void tf_conc<int> (int);
template<class T> requires (sizeof (T) == 1) void tf_req (T *) BODY
template void tf_req<char> (char *);
void tf_abbrev (Small auto a, auto b) BODY
template void tf_abbrev<int, char> (int, char);
template<class T> void tf_fnp (T (*) (T)) BODY
template void tf_fnp<S &> (S &(*) (S &));
template<class R, class Cl, class... A> void tf_pm (R (Cl::*) (A...)) BODY
template void tf_pm<int, S, int> (int (S::*) (int));
template<template<class> class X> void tf_tt (X<int> *) BODY
template void tf_tt<T1> (T1<int> *);
template<> void tf_tt<std::allocator> (std::allocator<int> *) BODY

// --- vectors, tags, vendor -------------------------------------------------------
V (v_4si, v4si) V (v_8sf, v8sf *) V (v_16qi, v16qi) V (v_2df, v2df, v2df, v2df *) V (v_ref, const v4si &)
V (g_tag, Tagged *) V (g_tag2, Tagged2 *) V (g_tagns, tagns::X *) V (g_tagnst, tagns::Y<int> *) V (g_tagt, TaggedT<int> *) V (g_tagin, T1<Tagged> *, Tagged *)
[[gnu::abi_tag ("ftag")]] void g_ftag (int) BODY
#ifdef __clang__
typedef int v3i __attribute__ ((ext_vector_type (3)));
V (z_f16, _Float16) V (z_bf16, __bf16) V (z_bitint, _BitInt (7)) V (z_ubitint, unsigned _BitInt (128)) V (z_atomic, _Atomic (int) *) V (z_as, int __attribute__ ((address_space (2))) *) V (z_ext, v3i) V (z_nonnull, int *_Nonnull, int *_Nullable &) V (z_swift, void (__attribute__ ((swiftcall)) *) (int))
#endif

// --- local classes, unnamed types, closures -----------------------------------
template<class T> void take (T) BODY
template<class T> void takep (T *) BODY
void *sink;
// The address is taken: functions of types without linkage have ids then only.
template<class T> int keep (T) { sink = (void *) &take<T>; return 0; }
template<class T> int keepp (T *) { sink = (void *) &takep<T>; return 0; }
extern "C" void l_host () { struct L { int x; }; enum LE { a }; struct { int q; } un; typedef struct { int w; } LTd; struct LN { struct In {}; }; keep (L ()); keepp ((L *) 0); keep (LE ()); keep (un); keep (LTd ()); keep (LN::In ()); { struct L { int y; }; keep (L ()); } { struct L {}; keep (L ()); } auto lam = [] (int) {}; keep (lam); auto lam2 = [] {}; keep (lam2); auto gen = [] (auto) {}; keep (gen); [] { struct InL {}; keep (InL ()); } (); }
inline void l_inl (int a) { struct L { int x; }; enum LE { a0 }; struct { int q; } un; typedef struct { int w; } LTd; keep (L ()); keep (LE ()); keep (un); keep (LTd ()); { struct L {}; keep (L ()); } auto lam = [a] (int) { return a; }; keep (lam); auto lam2 = [] (char, S &) {}; keep (lam2); auto gen = [] (auto, int) {}; keep (gen); auto genv = [] (auto...) {}; keep (genv); auto lam3 = [] (int) {}; keep (lam3); auto tl = []<class Q> (Q *) {}; keep (tl); [] { struct InL {}; keep (InL ()); } (); }
void l_use () { l_inl (1); }
struct LM { void m () { struct L {}; keep (L ()); keep ([] {}); } static void s (int) { struct L {}; keep (L ()); } void c () const { struct L {}; keep (L ()); } LM () { struct L {}; keep (L ()); } ~LM () { struct L {}; keep (L ()); } template<class T> void t (T) { struct L {}; keep (L ()); keep ([] (T) {}); } int dmi = (keep ([] (int) {}), 1); void defarg (int = (keep ([] (long) {}), 2)) {} };
void l_usem () { LM a; a.m (); LM::s (1); a.c (); a.t (5); a.t ('c'); a.defarg (); }
template<class T> void l_tmpl (T) { struct L {}; keep (L ()); keepp ((L *) 0); keep ([] (T) {}); }
template void l_tmpl<int> (int); template void l_tmpl<S> (S);
static void l_static (int) { struct L {}; keep (L ()); }
namespace { void l_anon () { struct L {}; keep (L ()); } }
namespace ns { void l_nsfn (A *) { struct L {}; keep (L ()); } inline void l_nsinl (A *) { struct L {}; keep (L ()); } }
void l_callers () { l_static (1); l_anon (); ns::l_nsinl (nullptr); }
inline auto l_inlvar = [] (int) {}; inline auto l_inlvar2 = [] {};
static auto l_stvar = [] (int) {}; auto l_var = [] (char) {};
namespace ns { inline auto l_nsinlvar = [] (int) {}; }
template<class T> inline auto l_tvar = [] (T) {};
struct LSM { static inline auto sm = [] (int) {}; struct { int a; } un; enum { ue } ue_; };
struct { int a; } l_unvar; enum { l_une } l_unevar; static struct { int b; } l_unst;
auto l_retlocal () { struct L { int x; }; return L (); }
inline auto l_retlam () { return [] (int) {}; }
void l_vars () { keep (l_inlvar); keep (l_inlvar2); keep (l_stvar); keep (l_var); keep (ns::l_nsinlvar); keep (l_tvar<int>); keep (LSM::sm); keep (LSM ().un); keep (LSM ().ue_); keep (l_unvar); keep (l_unevar); keep (l_unst); keep (l_retlocal ()); keep (l_retlam ()); }

// --- members ---------------------------------------------------------------------
// M (result, name, cv and ref and noexcept, parameters)
#define M(result, name, quals, ...) result name (__VA_ARGS__) quals; static result tw_##name (__VA_ARGS__);
#define DM(cls, result, name, quals, ...) result cls::name (__VA_ARGS__) quals BODY result cls::tw_##name (__VA_ARGS__) BODY
#define MEMBERS(X) \
  X (int, plain, , int) X (int, none, ) X (int, c, const, int) X (int, v, volatile, int) X (int, cv, const volatile, int) \
  X (int, r, &, int) X (int, rr, &&, int) X (int, cr, const &, int) X (int, crr, const &&, int) X (int, vr, volatile &) X (int, cvrr, const volatile &&) \
  X (int, ne, noexcept, int) X (int, cne, const noexcept, int) X (int, rne, & noexcept, int) X (int, var, , int, ...) X (int, cvar, const, int, ...) X (int, var0r, &&, ...) \
  X (S *, self, , S *, const S &) X (const S &, cself, const, const S &) X (ns::A *, nsp, const &, ns::A *, const ns::A *) X (void, fp, , void (*) () noexcept) X (void, tpl, const, T1<int> *, int)
struct Mem { MEMBERS (M) };
#define X(...) DM (Mem, __VA_ARGS__)
MEMBERS (X)
#undef X
namespace ns { struct Mem2 { M (Mem2 *, self2, const, Mem2 &) }; Mem2 *Mem2::self2 (Mem2 &) const BODY Mem2 *Mem2::tw_self2 (Mem2 &) BODY }
template<class T> struct MemT { M (T, get, , T) M (MemT *, selft, const, MemT &, const T &) M (typename T1<T>::type, dep, &) };
template<class T> T MemT<T>::get (T) BODY
template<class T> T MemT<T>::tw_get (T) BODY
template<class T> MemT<T> *MemT<T>::selft (MemT &, const T &) const BODY
template<class T> MemT<T> *MemT<T>::tw_selft (MemT &, const T &) BODY
template<class T> typename T1<T>::type MemT<T>::dep () & BODY
template<class T> typename T1<T>::type MemT<T>::tw_dep () BODY
template struct MemT<int>; template struct MemT<S>; template struct MemT<ns::A *>;
// Special members, operators, virtual functions, thunks.
struct Sp { Sp (); Sp (int, const S &); Sp (const Sp &); Sp (Sp &&) noexcept; explicit Sp (...); ~Sp (); Sp &operator= (const Sp &); Sp &operator= (Sp &&) noexcept; int operator() (int) const; int operator[] (size_type); Sp &operator++ (); Sp operator++ (int); operator bool () const; explicit operator S * () const; template<class T> operator T1<T> (); bool operator== (const Sp &) const = default; Sp *operator-> (); void operator delete (void *); void *operator new (size_type); friend bool operator< (const Sp &, const Sp &); int x; };
Sp::Sp () BODY Sp::Sp (int, const S &) BODY Sp::Sp (const Sp &) BODY Sp::Sp (Sp &&) noexcept BODY Sp::Sp (...) BODY Sp::~Sp () BODY Sp &Sp::operator= (const Sp &) BODY Sp &Sp::operator= (Sp &&) noexcept BODY int Sp::operator() (int) const BODY int Sp::operator[] (size_type) BODY Sp &Sp::operator++ () BODY Sp Sp::operator++ (int) BODY Sp::operator bool () const BODY Sp::operator S * () const BODY Sp *Sp::operator-> () BODY void Sp::operator delete (void *) BODY void *Sp::operator new (size_type) BODY
bool operator< (const Sp &, const Sp &) BODY
template<class T> Sp::operator T1<T> () BODY
template Sp::operator T1<int> ();
bool use_eq (const Sp &a, const Sp &b) { return a == b; }
struct VB { virtual int a (int); virtual VB *cov () const; virtual ~VB (); virtual int pure (char) = 0; };
struct VB2 { virtual int b (long) noexcept; virtual VB2 *cov2 (); virtual ~VB2 (); };
struct VV { virtual int z (short) const; long l; };
struct VD : VB, VB2, virtual VV { int a (int) override; VD *cov () const override; int b (long) noexcept override; VD *cov2 () override; int pure (char) override; int z (short) const override; VD (); ~VD () override; };
int VB::a (int) BODY VB *VB::cov () const BODY VB::~VB () BODY int VB2::b (long) noexcept BODY VB2 *VB2::cov2 () BODY VB2::~VB2 () BODY int VV::z (short) const BODY
int VD::a (int) BODY VD *VD::cov () const BODY int VD::b (long) noexcept BODY VD *VD::cov2 () BODY int VD::pure (char) BODY int VD::z (short) const BODY VD::VD () BODY VD::~VD () BODY
// Captureless closures: the static invoker; and operator() once its address is taken.
extern "C" int (*l_inv1) (int); int (*l_inv1) (int) = [] (int a) { return a; };
inline int (*l_inv_inl ()) (int, char *) { return [] (int a, char *) { return a; }; }
void *l_inv_use = (void *) l_inv_inl;
template<class T> void takepm (T) BODY
template<class T> int keeppm (T) { sink = (void *) &takepm<T>; return 0; }
void l_oppm () { auto l = [] (S *, int) {}; keeppm (&decltype (l)::operator()); }
