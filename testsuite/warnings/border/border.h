/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a build names as its border to Rust (../rust-ffi-files.c).  */

enum border_state { START };
struct border_operations
{
  void (*on_border) (enum border_state);
};
