/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "hash=md5" } */
/* { dg-error "'md5' is not a valid value for plugin argument 'hash'.*xxHash64.*FNV-1a" "" { target *-*-* } 0 } */
/* A hash that does not exist.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
