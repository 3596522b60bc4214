/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library's header, whose code was not compiled here.  */

#pragma GCC system_header

struct system_stream
{
  virtual int get () { REACHED (); return 1; }
};
