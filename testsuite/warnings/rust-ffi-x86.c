/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require x86_64 "calling conventions, address spaces, a va_list that is a struct" } */
/* { dg-plugin-args "warn=rust-ffi" } */
/* Prototypes that only this machine has and no function of Rust.  */

struct operations
{
  void (*microsoft) (int) __attribute__ ((ms_abi)); /* { dg-warning "prototype in .microsoft." } */
  void (*list) (__builtin_va_list);		    /* { dg-warning "prototype in .list." } */
  void (*per_cpu) (int __seg_gs *);		    /* { dg-warning "prototype in .per_cpu." } */
  void (*quad) (__float128);			    /* { dg-warning "prototype in .quad." } */
  void (*big) (__int128, unsigned __int128);
};
