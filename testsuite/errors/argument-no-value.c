/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "hash" } */
/* { dg-error "'hash'.*needs a value.*xxHash64.*FNV-1a" "" { target *-*-* } 0 } */
/* No value where one is needed.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
