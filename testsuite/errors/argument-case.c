/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "hash=xxhash64" } */
/* { dg-error "'xxhash64' is not a valid value for plugin argument 'hash'.*xxHash64.*FNV-1a" "" { target *-*-* } 0 } */
/* Names of hashes are case-sensitive, as Clang's are.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
