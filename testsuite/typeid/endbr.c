/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-do assemble } */
/* { dg-options "-O2" } */
/* { dg-require x86_64 "only there ids are altered" } */
/* Types whose id (low half of xxHash64) has a value special on x86: the bytes of
   an ENDBR instruction or of its negation, zero, all ones.  Preamble and check
   avoid ENDBR, __kcfi_typeid_ has the hash as it is.  Clang checks no call whose
   id is 0; here it is checked.  */

#define V(tag)                                                                \
  struct tag;                                                                 \
  void def_##tag (struct tag *p) { (void) p; }                                \
  extern void ext_##tag (struct tag *);                                       \
  void *taken_##tag = (void *) ext_##tag;                                     \
  void call_##tag (void (*f) (struct tag *)) { f (0); f (0); }

V (srajDDaa) /* 0xfa1e0ff3: endbr64 */
V (smYKATca) /* 0xfb1e0ff3: endbr32 */
V (sGnAIvca) /* 0x05e1f00d: -0xfa1e0ff3 */
V (sm1igzja) /* 0x04e1f00d: -0xfb1e0ff3 */
V (sVRt58ca) /* 0 */
V (scKcdsba) /* 0xffffffff */

/* { dg-final { check-typeid ext_srajDDaa fa1e0ff3 } } */
/* { dg-final { check-typeid ext_smYKATca fb1e0ff3 } } */
/* { dg-final { check-typeid ext_sGnAIvca 05e1f00d } } */
/* { dg-final { check-typeid ext_sm1igzja 04e1f00d } } */
/* { dg-final { check-typeid ext_sVRt58ca 00000000 } } */
/* { dg-final { check-typeid ext_scKcdsba ffffffff } } */
/* { dg-final { check-preamble def_srajDDaa fa1e0ff4 } } */
/* { dg-final { check-preamble def_smYKATca fb1e0ff4 } } */
/* { dg-final { check-preamble def_sGnAIvca 05e1f00e } } */
/* { dg-final { check-preamble def_sm1igzja 04e1f00e } } */
/* { dg-final { check-preamble def_sVRt58ca 00000000 } } */
/* { dg-final { check-preamble def_scKcdsba ffffffff } } */
/* { dg-final { set ids {fa1e0ff4 fb1e0ff4 05e1f00e 04e1f00e ffffffff} } } */
/* { dg-final { if {[kcfi_have plugin]} { lappend ids 00000000 } } } */
/* { dg-final { set count [expr { 2 * [llength $ids] }] } } */
/* { dg-final { check-calls $count -unchecked [expr { 12 - $count }] -ids [concat $ids $ids] } } */
