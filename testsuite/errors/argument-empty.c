/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-plugin-args "hash=" } */
/* { dg-error "'hash'.*value.*xxHash64.*FNV-1a" "" { target *-*-* } 0 } */
/* An empty value.  */
/* { dg-prune-output "failed to initialize plugin" } */

int variable;
