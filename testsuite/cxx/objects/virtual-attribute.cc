/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kcfi_prebuilt can be given to.  */
/* { dg-require plugin "an attribute of the plugin" } */
/* { dg-plugin-args "virtual=name" } */

struct __attribute__ ((kcfi_prebuilt)) known { virtual int f (); };
struct [[kcfi::prebuilt]] scoped { virtual int f (); };
struct method { [[kcfi::prebuilt]] virtual int f (); };

int object __attribute__ ((kcfi_prebuilt)); /* { dg-warning "'kcfi_prebuilt' attribute is for classes and their virtual functions" } */
[[kcfi::prebuilt]] int other; /* { dg-warning "'prebuilt' attribute is for classes and their virtual functions" } */
enum __attribute__ ((kcfi_prebuilt)) number { zero }; /* { dg-warning "'kcfi_prebuilt' attribute is for classes and their virtual functions" } */
