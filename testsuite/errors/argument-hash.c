/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "hash=md5" } */
/* { dg-error "'hash'.*'md5'.*xxHash64.*FNV-1a" "" { target *-*-* } 0 } */
/* A hash that does not exist.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
