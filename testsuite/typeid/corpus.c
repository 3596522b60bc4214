/* SPDX-License-Identifier: GPL-3.0-or-later */
/* KCFI type corpus.  Each T(name, declaration) declares one function and takes
   its address, so that clang emits  .weak/.set __kcfi_typeid_<name>, <hash>.
   Groups guarded by CLANG_ONLY are not accepted by GCC.  Compile as gnu11. */
#define T(name, ...) extern __VA_ARGS__; void *addr_##name = (void *)name;
#ifdef __clang__
#define CLANG_ONLY 1
#endif

/* ---- 0. tag types used below ---- */
struct s_named { int a; };
union u_named { int a; float b; };
enum e_named { EA, EB };
enum e_neg { ENEG = -1, EPOS };
enum e_big { EBIG = 0x100000000ULL };
enum e_ubig { EUBIG = 0x80000000U };
enum __attribute__((packed)) e_packed { EPK };
struct s_incomplete; union u_incomplete;
typedef struct { int a; } td_anon_s;
typedef union { int a; } td_anon_u;
typedef enum { TDE } td_anon_e;
typedef struct s_both { int a; } td_both;
typedef struct s_diff { int a; } td_other;
typedef td_anon_s td_anon_s2;
typedef struct { int a; } *td_anon_ptr;
typedef struct { int a; } td_first, td_second;
typedef struct { int a; } const td_anon_const;
typedef struct { int a; } td_anon_arr[2];
typedef enum { TDPE } *td_anon_eptr;

/* ---- 1. builtin scalars: param, pointer param, return ---- */
#define SC(n, ...) typedef __typeof__(__VA_ARGS__) ty_##n; \
  T(p_##n, void p_##n(__VA_ARGS__)) T(pp_##n, void pp_##n(__typeof__(__VA_ARGS__) *)) T(r_##n, __VA_ARGS__ r_##n(void))
SC(char, char)
SC(schar, signed char)
SC(uchar, unsigned char)
SC(short, short)
SC(ushort, unsigned short)
SC(int, int)
SC(uint, unsigned int)
SC(long, long)
SC(ulong, unsigned long)
SC(llong, long long)
SC(ullong, unsigned long long)
SC(bool, _Bool)
SC(float, float)
SC(double, double)
SC(ldouble, long double)
#ifdef __SIZEOF_INT128__
SC(i128, __int128)
SC(u128, unsigned __int128)
#endif
SC(cfloat, _Complex float)
SC(cdouble, _Complex double)
SC(cldouble, _Complex long double)
SC(cint, _Complex int)
SC(cuint, _Complex unsigned int)
SC(size, __SIZE_TYPE__)
SC(ptrdiff, __PTRDIFF_TYPE__)
SC(wchar, __WCHAR_TYPE__)
SC(wint, __WINT_TYPE__)
SC(char16, __CHAR16_TYPE__)
SC(char32, __CHAR32_TYPE__)
SC(intmax, __INTMAX_TYPE__)
SC(uintptr, __UINTPTR_TYPE__)
SC(int64, __INT64_TYPE__)
SC(uint64, __UINT64_TYPE__)
SC(int8, __INT8_TYPE__)
SC(uint16, __UINT16_TYPE__)
#if defined(__FLT16_MAX__)
SC(f16, _Float16)
#endif
#if (defined(__x86_64__) || defined(__i386__)) && !defined(NO_F128)
SC(f128, __float128)
#endif
#if defined(CLANG_ONLY) && __clang_major__ >= 17 && !defined(NO_BF16) || defined(HAVE_BF16)
SC(bf16, __bf16)
#endif
#if defined(CLANG_ONLY) || defined(HAVE_BITINT)
SC(bitint7, _BitInt(7))
SC(ubitint7, unsigned _BitInt(7))
SC(bitint32, _BitInt(32))
SC(bitint64, _BitInt(64))
SC(ubitint128, unsigned _BitInt(128))
#endif
#ifdef CLANG_ONLY
#ifndef NO_F16
SC(cf16, _Complex _Float16)
#endif
#endif
typedef __builtin_va_list va_list_t;
T(p_valist, void p_valist(va_list_t))
T(pp_valist, void pp_valist(va_list_t *))

/* ---- 2. void, pointers, qualifiers ---- */
T(f_void, void f_void(void))
T(p_pvoid, void p_pvoid(void *))
T(p_pcvoid, void p_pcvoid(const void *))
T(p_pvvoid, void p_pvvoid(volatile void *))
T(p_pcvvoid, void p_pcvvoid(const volatile void *))
T(r_pvoid, void *r_pvoid(void))
T(r_pcvoid, const void *r_pcvoid(void))
T(p_ppvoid, void p_ppvoid(void **))
T(p_pcpvoid, void p_pcpvoid(void *const *))
T(p_ppcvoid, void p_ppcvoid(const void **))
T(p_pcpcvoid, void p_pcpcvoid(const void *const *))
T(p_pcchar, void p_pcchar(const char *))
T(p_ppchar, void p_ppchar(char **))
T(p_ppcchar, void p_ppcchar(const char **))
T(p_pcpchar, void p_pcpchar(char *const *))
T(p_pcpcchar, void p_pcpcchar(const char *const *))
T(p_pppint, void p_pppint(int ***))
T(p_pcvint, void p_pcvint(const volatile int *))
T(p_pvint, void p_pvint(volatile int *))
T(p_prestrict, void p_prestrict(int *restrict))
T(p_pprestrict, void p_pprestrict(int *restrict *))
T(p_pcrestrict, void p_pcrestrict(int *const restrict *))
T(p_pvcrestrict, void p_pvcrestrict(int *volatile const restrict *))
T(p_topconst, void p_topconst(const int))
T(p_topvolatile, void p_topvolatile(volatile int))
T(p_topconstp, void p_topconstp(int *const))
T(p_topconstst, void p_topconstst(const struct s_named))
T(r_constint, const int r_constint(void))
T(r_volint, volatile int r_volint(void))
T(r_constptr, int *const r_constptr(void))
T(r_constvoid, const void r_constvoid(void))
T(r_volvoid, volatile void r_volvoid(void))
T(fp_rconst, void fp_rconst(const int (*)(void)))
T(fp_pconst, void fp_pconst(void (*)(const int)))
T(p_patomic, void p_patomic(_Atomic int *))
T(p_patomicT, void p_patomicT(_Atomic(int) *))
T(p_atomic, void p_atomic(_Atomic int))
T(r_atomic, _Atomic int r_atomic(void))
T(p_patomicp, void p_patomicp(_Atomic(int *) *))
T(p_pcatomic, void p_pcatomic(const _Atomic int *))
T(p_patomicst, void p_patomicst(_Atomic(struct s_at { int x; }) *))

/* ---- 3. arrays ---- */
T(a_unsized, void a_unsized(int a[]))
T(a_sized, void a_sized(int a[5]))
T(a_static, void a_static(int a[static 5]))
T(a_const, void a_const(int a[const]))
T(a_constrestrict, void a_constrestrict(int a[const restrict 4]))
T(a_celem, void a_celem(const int a[5]))
T(a_2d, void a_2d(int a[][4]))
T(a_2dc, void a_2dc(const int a[2][4]))
T(a_3d, void a_3d(int a[2][3][4]))
T(a_vla, void a_vla(int n, int a[n]))
T(a_vla2, void a_vla2(int n, int a[n][n]))
T(a_vlastar, void a_vlastar(int n, int a[*]))
T(a_vlastar2, void a_vlastar2(int n, int a[][*]))
T(a_vlaexpr, void a_vlaexpr(int n, int (*a)[n + 1]))
T(a_vlafix, void a_vlafix(int n, int a[n][4]))
T(ap_sized, void ap_sized(int (*a)[5]))
T(ap_unsized, void ap_unsized(int (*a)[]))
T(ap_csized, void ap_csized(const int (*a)[5]))
T(ap_2d, void ap_2d(int (*a)[2][3]))
T(ap_unsized2, void ap_unsized2(int (*a)[][3]))
T(ap_zero, void ap_zero(int (*a)[0]))
#if __SIZEOF_POINTER__ == 8
T(ap_big, void ap_big(char (*a)[0x100000000UL]))
#endif
T(ap_ptrs, void ap_ptrs(int *(*a)[5]))
T(ap_fnptrs, void ap_fnptrs(void (*(*a)[3])(int)))
T(ap_st, void ap_st(struct s_named (*a)[7]))
T(r_ap, int (*r_ap(void))[3])
typedef int A4[4]; typedef const A4 CA4; typedef const int CI;
T(ap_tdc, void ap_tdc(const A4 *))
T(ap_tdc2, void ap_tdc2(CA4 *))
T(a_tdc, void a_tdc(CA4))
T(a_tdarr, void a_tdarr(A4))
T(a_tdci, void a_tdci(CI *, CI))
T(ap_sub, void ap_sub(int (*a)[5], int (*b)[5], int (*c)[6]))
T(ap_csub, void ap_csub(const int (*a)[5], const int *b))
T(ap_cmix, void ap_cmix(int (*a)[5], const int (*b)[5], const int *c))

/* ---- 4. function pointers ---- */
typedef void fn_vv(void); typedef int fn_ii(int); typedef fn_ii *pfn_ii;
T(fp_vv, void fp_vv(void (*)(void)))
T(fp_decay, void fp_decay(void f(void)))
T(fp_td, void fp_td(fn_ii))
T(fp_tdp, void fp_tdp(fn_ii *))
T(fp_ptd, void fp_ptd(pfn_ii))
T(fp_pp, void fp_pp(void (**)(void)))
T(fp_cp, void fp_cp(void (*const *)(void)))
T(fp_ret, void (*fp_ret(void))(int))
T(fp_rettd, pfn_ii fp_rettd(pfn_ii))
T(fp_retret, int (*(*fp_retret(void))(char))(short))
T(fp_nest, void fp_nest(void (*)(void (*)(void))))
T(fp_nest2, void fp_nest2(int (*(*)(int))(char), int (*)(char)))
T(fp_var, void fp_var(int (*)(const char *, ...)))
T(fp_sub, void fp_sub(void (*)(int *), int *, void (*)(int *)))
T(fp_same, int fp_same(int (*)(int), int (*)(int)))
T(fp_parr, void fp_parr(void (*)(int [5])))
T(fp_pst, void fp_pst(void (*)(struct s_named *), struct s_named *))
T(fp_knr, void fp_knr(void (*)()))
T(fp_noret, void fp_noret(void (*)(void) __attribute__((noreturn))))
T(fp_cvfn, void fp_cvfn(const fn_ii *))
T(pf_fn, void pf_fn(fn_ii **))
T(fp_signal, void (*fp_signal(int, void (*)(int)))(int))

/* ---- 5. varargs, K&R ---- */
T(va_1, int va_1(int, ...))
T(va_p, int va_p(const char *, ...))
T(knr, int knr())
T(knr_v, void knr_v())
T(knr_p, char *knr_p())
int knr_def(a, b) int a; char *b; { return a; } void *addr_knr_def = (void *)knr_def;
int knr_def2(c, f) char c; float f; { return c; } void *addr_knr_def2 = (void *)knr_def2;
int knr_def0() { return 0; } void *addr_knr_def0 = (void *)knr_def0;
int knr_redecl(); int knr_redecl(int x); void *addr_knr_redecl = (void *)knr_redecl;
int knr_redecl2(int x); int knr_redecl2(); void *addr_knr_redecl2 = (void *)knr_redecl2;

/* ---- 6. structs, unions, enums ---- */
T(st_val, void st_val(struct s_named))
T(st_ptr, void st_ptr(struct s_named *))
T(st_cptr, void st_cptr(const struct s_named *))
T(st_ret, struct s_named st_ret(void))
T(st_pp, void st_pp(struct s_named **))
T(st_inc, void st_inc(struct s_incomplete *))
T(st_inc2, void st_inc2(struct s_never_declared *))
T(un_val, void un_val(union u_named))
T(un_ptr, void un_ptr(union u_named *))
T(un_inc, void un_inc(union u_incomplete *))
T(en_val, void en_val(enum e_named))
T(en_ptr, void en_ptr(enum e_named *))
T(en_ret, enum e_named en_ret(void))
T(en_neg, void en_neg(enum e_neg))
T(en_big, void en_big(enum e_big))
T(en_ubig, void en_ubig(enum e_ubig))
T(en_packed, void en_packed(enum e_packed))
T(en_ppacked, void en_ppacked(enum e_packed *))
T(en_two, void en_two(enum e_named, enum e_named))
T(en_two2, void en_two2(enum e_named, enum e_neg, enum e_named *))
T(td_s, void td_s(td_anon_s *))
T(td_sv, void td_sv(td_anon_s))
T(td_s2, void td_s2(td_anon_s2 *))
T(td_u, void td_u(td_anon_u *))
T(td_e, void td_e(td_anon_e))
T(td_ep, void td_ep(td_anon_e *))
T(td_b, void td_b(td_both *))
T(td_o, void td_o(td_other *))
T(td_f, void td_f(td_first *))
T(td_sec, void td_sec(td_second *))
T(td_ac, void td_ac(td_anon_const *))
/* tags that get a name from nothing: clang numbers them "$_<n>" in order of first mangling */
struct { int x; } var_anon_s, *var_anon_sp;
enum { ANON_A } var_anon_e;
union { int x; } var_anon_u;
T(an_ptr, void an_ptr(td_anon_ptr))
T(an_arr, void an_arr(td_anon_arr))
T(an_eptr, void an_eptr(td_anon_eptr))
T(an_s, void an_s(__typeof__(var_anon_s) *))
T(an_s_again, void an_s_again(__typeof__(var_anon_s) *))
T(an_e, void an_e(__typeof__(var_anon_e)))
T(an_u, void an_u(__typeof__(var_anon_u) *))
/* nested */
struct s_outer { struct s_inner { int x; } in; struct { int y; } an; union u_inner { int z; } *u; enum e_inner { EIN } e; struct s_fwd_in *f; };
T(ne_in, void ne_in(struct s_inner *))
T(ne_u, void ne_u(union u_inner *))
T(ne_e, void ne_e(enum e_inner))
T(ne_fwd, void ne_fwd(struct s_fwd_in *))
T(ne_an, void ne_an(__typeof__(((struct s_outer *)0)->an) *))
/* declared in parameter list */
T(pl_decl, void pl_decl(struct s_in_params *))
void pl_def(struct s_in_params_def *p) { } void *addr_pl_def = (void *)pl_def;
void pl_def2(struct s_in_params_def2 { int x; } *p) { } void *addr_pl_def2 = (void *)pl_def2;
void pl_def3(enum e_in_params { EIP } e) { } void *addr_pl_def3 = (void *)pl_def3;
typedef void (*td_cb_undecl)(struct s_in_fptr_td *); /* tag first seen in a function-pointer typedef: file scope */
T(pl_cb, void pl_cb(td_cb_undecl))
void (*pl_var)(struct s_in_fptr_var *); T(pl_cbv, void pl_cbv(__typeof__(pl_var)))
struct s_memb { void (*m)(struct s_in_memb *); }; T(pl_memb, void pl_memb(__typeof__(((struct s_memb *)0)->m)))
T(pl_nested, void pl_nested(void (*)(struct s_in_nested *)))
T(pl_ret, struct s_in_ret *pl_ret(void))
/* local to a function */
void *loc_fn(int sel) {
  struct s_local { int x; }; enum e_local { EL }; typedef struct { int y; } td_local; union u_local;
  extern void lo_s(struct s_local *); extern void lo_e(enum e_local); extern void lo_td(td_local *); extern void lo_u(union u_local *);
  extern void lo_glob(struct s_named *); extern void lo_inl(struct s_blockdecl *);
  struct { int q; } v; extern void lo_anon(__typeof__(v) *);
  { struct s_local { long x; }; extern void lo_s2(struct s_local *); if (sel == 1) return (void *)lo_s2; }
  switch (sel) { case 2: return (void *)lo_s; case 3: return (void *)lo_e; case 4: return (void *)lo_td; case 5: return (void *)lo_u;
    case 6: return (void *)lo_glob; case 7: return (void *)lo_inl; case 8: return (void *)lo_anon; }
  return 0;
}
static void *loc_static(int sel) { struct s_local { int x; }; extern void lo_st(struct s_local *); return (void *)lo_st; }
void *use_loc_static(void) { return loc_static(0); }

/* ---- 7. substitutions ---- */
T(su_2, void su_2(struct s_named *, struct s_named *))
T(su_3, void su_3(struct s_named *, const struct s_named *, struct s_named **, struct s_named))
T(su_4, struct s_named *su_4(struct s_named, struct s_named *, union u_named *, union u_named **, union u_named *))
T(su_int, void su_int(int, int, int *, int *, const int *, const int *))
T(su_mix, unsigned long su_mix(unsigned long, unsigned long *, const unsigned long *, unsigned long **))
T(su_fn, void su_fn(void (*)(struct s_named *), struct s_named *, void (*)(struct s_named *)))
T(su_cplx, void su_cplx(_Complex float, _Complex float, _Complex float *))
T(su_at, void su_at(_Atomic int *, _Atomic int *, int *))
T(su_q, void su_q(int *const *, int *const *, int **, const int *const *))
struct q0; struct q1; struct q2; struct q3; struct q4; struct q5; struct q6; struct q7; struct q8; struct q9; struct q10; struct q11; struct q12; struct q13; struct q14; struct q15; struct q16; struct q17; struct q18; struct q19; 
T(su_many, void su_many(struct q0*,struct q1*,struct q2*,struct q3*,struct q4*,struct q5*,struct q6*,struct q7*,struct q8*,struct q9*,struct q10*,struct q11*,struct q12*,struct q13*,struct q14*,struct q15*,struct q16*,struct q17*,struct q18*,struct q19*,struct q0*,struct q4*,struct q5*,struct q17*,struct q18*,struct q19*,struct q19**))

/* ---- 8. vectors ---- */
typedef int v4si __attribute__((vector_size(16))); typedef float v4sf __attribute__((vector_size(16)));
typedef char v16qi __attribute__((vector_size(16))); typedef unsigned long v2du __attribute__((vector_size(16))); typedef double v4df __attribute__((vector_size(32)));
T(v_si, void v_si(v4si)) T(v_sf, v4sf v_sf(v4sf, v4sf)) T(v_qi, void v_qi(v16qi *)) T(v_du, void v_du(v2du)) T(v_df, void v_df(v4df *)) T(v_c, void v_c(const v4si *, v4si *))
#ifdef CLANG_ONLY
typedef float e3 __attribute__((ext_vector_type(3)));
T(v_ext, void v_ext(e3))
#endif

/* ---- 9. attributes and spellings that must or must not matter ---- */
typedef int aligned_int __attribute__((aligned(16)));
typedef int alias_int __attribute__((may_alias));
typedef int mode_di __attribute__((mode(DI))); typedef int mode_qi __attribute__((mode(QI)));
typedef union { int *i; char *c; } tu_td __attribute__((transparent_union));
union tu_tag { int *i; char *c; } __attribute__((transparent_union));
T(at_aligned, void at_aligned(aligned_int *))
T(at_alias, void at_alias(alias_int *))
T(at_modedi, void at_modedi(mode_di))
T(at_modeqi, void at_modeqi(mode_qi))
T(at_tutd, void at_tutd(tu_td))
T(at_tutag, void at_tutag(union tu_tag))
T(at_tuptr, void at_tuptr(union tu_tag *))
T(at_turet, union tu_tag at_turet(void))
T(at_tunest, void at_tunest(void (*)(union tu_tag)))
T(at_noreturn, __attribute__((noreturn)) void at_noreturn(void))
T(at_const, __attribute__((const)) int at_const(int))
T(at_pure, __attribute__((pure)) int at_pure(int))
T(at_malloc, __attribute__((malloc)) void *at_malloc(unsigned long))
T(at_nonnull, __attribute__((nonnull)) void at_nonnull(int *))
T(at_wur, __attribute__((warn_unused_result)) int at_wur(int))
T(at_format, __attribute__((format(printf, 1, 2))) int at_format(const char *, ...))
T(at_weak, __attribute__((weak)) int at_weak(int))
#if defined(__x86_64__)
T(at_msabi, __attribute__((ms_abi)) int at_msabi(int))
T(at_sysv, __attribute__((sysv_abi)) int at_sysv(int))
T(at_fpms, void at_fpms(int (__attribute__((ms_abi)) *)(int)))
T(seg_gs, void seg_gs(int __seg_gs *))
T(seg_fs, void seg_fs(const struct s_named __seg_fs *))
T(seg_gs2, void seg_gs2(int __seg_gs *, int *, int __seg_gs *))
#endif
#if defined(__i386__)
T(at_regparm, __attribute__((regparm(3))) int at_regparm(int))
T(at_fpregparm, void at_fpregparm(int (__attribute__((regparm(3))) *)(int)))
T(at_stdcall, __attribute__((stdcall)) int at_stdcall(int))
T(at_fastcall, __attribute__((fastcall)) int at_fastcall(int))
#endif
#ifdef CLANG_ONLY
T(as_1, void as_1(int __attribute__((address_space(1))) *))
T(as_c2, void as_c2(const int __attribute__((address_space(2))) *))
T(nl_nn, void nl_nn(int *_Nonnull))
T(nl_nl, void nl_nl(int *_Nullable *_Nonnull))
T(nl_nd, void nl_nd(int __attribute__((noderef)) *))
T(nl_btf, void nl_btf(int __attribute__((btf_type_tag("user"))) *))
T(nl_btf2, void nl_btf2(struct s_named __attribute__((btf_type_tag("user"))) *, struct s_named *))
#if defined(__x86_64__) || defined(__aarch64__)
T(cc_pm, __attribute__((preserve_most)) void cc_pm(int))
T(cc_pa, __attribute__((preserve_all)) void cc_pa(int))
T(cc_fppm, void cc_fppm(void (__attribute__((preserve_most)) *)(int)))
T(cc_sw, __attribute__((swiftcall)) void cc_sw(int))
T(cc_fpsw, void cc_fpsw(void (__attribute__((swiftcall)) *)(int)))
T(cc_vc, __attribute__((vectorcall)) void cc_vc(int))
T(cc_nocf, __attribute__((nocf_check)) void cc_nocf(int))
T(cc_fpnocf, void cc_fpnocf(void (*)(int) __attribute__((nocf_check))))
#endif
#if __has_attribute(cfi_salt)
T(salt_fn, int salt_fn(int) __attribute__((cfi_salt("pepper"))))
T(salt_empty, int salt_empty(int) __attribute__((cfi_salt(""))))
typedef int (*salt_pt)(int) __attribute__((cfi_salt("pepper")));
T(salt_arg, void salt_arg(salt_pt))
T(unchecked_arg, void unchecked_arg(int (__attribute__((cfi_unchecked_callee)) *)(int)))
T(unchecked_fn, int unchecked_fn(int) __attribute__((cfi_unchecked_callee)))
#endif
#endif

/* ---- 10. typical kernel prototypes ---- */
struct file; struct inode; struct dentry; struct iattr; struct mnt_idmap; struct work_struct; struct notifier_block; struct device; struct pt_regs; struct seq_file; struct poll_table_struct; struct vm_area_struct; struct ctl_table; struct kobject; struct kobj_attribute; struct sk_buff; struct net_device; struct sock; struct kernel_param; struct rcu_head { struct rcu_head *next; void (*func)(struct rcu_head *head); };
typedef long long loff_t_; typedef long ssize_t_; typedef unsigned long size_t_; typedef unsigned short umode_t_; typedef unsigned int __u32_; typedef __u32_ poll_t_; typedef int irqreturn_e_; enum irqreturn { IRQ_NONE, IRQ_HANDLED }; typedef enum irqreturn irqreturn_t_; typedef enum netdev_tx { NETDEV_TX_OK, NETDEV_TX_BUSY = 0x10 } netdev_tx_t_; typedef _Bool bool_; typedef struct { int val; } kuid_t_; typedef struct { long counter; } atomic64_t_; typedef struct { int counter; } atomic_t_; typedef struct { unsigned long pte; } pte_t_; typedef unsigned long long u64_;
T(k_read, ssize_t_ k_read(struct file *, char *, size_t_, loff_t_ *))
T(k_write, ssize_t_ k_write(struct file *, const char *, size_t_, loff_t_ *))
T(k_open, int k_open(struct inode *, struct file *))
T(k_poll, poll_t_ k_poll(struct file *, struct poll_table_struct *))
T(k_mmap, int k_mmap(struct file *, struct vm_area_struct *))
T(k_work, void k_work(struct work_struct *))
T(k_notif, int k_notif(struct notifier_block *, unsigned long, void *))
T(k_irq, irqreturn_t_ k_irq(int, void *))
T(k_xmit, netdev_tx_t_ k_xmit(struct sk_buff *, struct net_device *))
T(k_setattr, int k_setattr(struct mnt_idmap *, struct dentry *, struct iattr *))
T(k_create, int k_create(struct mnt_idmap *, struct inode *, struct dentry *, umode_t_, bool_))
T(k_show, int k_show(struct seq_file *, void *))
T(k_store, ssize_t_ k_store(struct kobject *, struct kobj_attribute *, const char *, size_t_))
T(k_paramset, int k_paramset(const char *, const struct kernel_param *))
T(k_rcu, void k_rcu(struct rcu_head *, void (*)(struct rcu_head *)))
T(k_cmp, int k_cmp(const void *, const void *))
T(k_swap, void k_swap(void *, void *, int))
T(k_kuid, void k_kuid(kuid_t_, atomic64_t_ *, atomic_t_ *, pte_t_))
T(k_sys, long k_sys(const struct pt_regs *))
T(k_timer, u64_ k_timer(u64_, u64_, u64_, u64_, u64_))
T(k_thread, int k_thread(int (*)(void *), void *, int, const char *, ...))
T(k_init, int k_init(void))
T(k_exit, void k_exit(void))

/* ---- 11. more spellings ---- */
typedef int int_alias; typedef int_alias *pint_alias; typedef struct s_named sn_alias, *psn_alias; typedef sn_alias *psn_alias2;
T(ms_alias, int_alias ms_alias(pint_alias, psn_alias, psn_alias2, sn_alias))
T(ms_constalias, void ms_constalias(const psn_alias, const sn_alias *))
T(ms_constalias2, void ms_constalias2(const pint_alias *))
T(ms_longint, long int ms_longint(long unsigned int, int long long unsigned, short int, signed))
T(ms_dupconst, void ms_dupconst(const CI *))
T(ms_unscoped, void ms_unscoped(enum e_inner, struct s_inner))
T(ms_typeof, void ms_typeof(__typeof__(1UL), __typeof__((char)0), __typeof__(&var_anon_e)))
T(ms_retfnptrarr, int (*(*ms_retfnptrarr(int (*)[2]))[3])(void))
T(ms_volst, void ms_volst(volatile struct s_named *, const volatile union u_named *))
T(ms_boolp, _Bool ms_boolp(_Bool, _Bool *, const _Bool *))
T(ms_asm, int ms_asm(int) __asm__("ms_asm_renamed"))
T(ms_char_all, void ms_char_all(char, signed char, unsigned char, char *, signed char *, unsigned char *))
T(ms_int_all, void ms_int_all(short, unsigned short, int, unsigned, long, unsigned long, long long, unsigned long long))
T(ms_enum_int, void ms_enum_int(enum e_named, int, unsigned, enum e_neg))
T(ms_fparr, void ms_fparr(void (*[4])(int)))
T(ms_self, void ms_self(struct rcu_head, struct rcu_head *))
