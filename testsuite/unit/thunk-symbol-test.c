/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The symbols of thunks.  The symbols are the Itanium C++ ABI's productions
   <special-name> and <call-offset>, as g++-12 and clang++-19 make them.  */

#include "check.h"

#include <string.h>

#include "../../gimple/cxx/thunk-symbol.h"

static void
check_entry (const char *symbol, long fixed, long virtual_offset,
	     const char *target, bool covariant)
{
  struct kcfi_table_entry entry;
  check (kcfi_read_table_entry (&entry, symbol) && entry.fixed_offset == fixed
	     && entry.virtual_offset == virtual_offset
	     && strcmp (entry.target, target) == 0
	     && entry.covariant == covariant,
	 symbol);
}

static void
check_refused (const char *symbol)
{
  struct kcfi_table_entry entry;
  check (!kcfi_read_table_entry (&entry, symbol), symbol);
}

int
main (void)
{
  check_entry ("_ZN1D1fEv", 0, 0, "N1D1fEv", false);
  check_entry ("_ZThn8_N1D1fEv", -8, 0, "N1D1fEv", false);
  check_entry ("_ZTh24_N1D1fEv", 24, 0, "N1D1fEv", false);
  check_entry ("_ZTv0_n24_N1D1fEv", 0, -24, "N1D1fEv", false);
  check_entry ("_ZTvn16_n32_NK1D1fEv", -16, -32, "NK1D1fEv", false);
  check_entry ("_ZThn8_N1DD0Ev", -8, 0, "N1DD0Ev", false);
  check_entry ("_ZTch0_h16_N1D1gEv", 0, 0, "h16_N1D1gEv", true);
  check_entry ("_ZTchn8_h16_N1D1gEv", -8, 0, "h16_N1D1gEv", true);
  check_entry ("_ZTcv0_n24_v0_n16_N1D1gEv", 0, -24, "v0_n16_N1D1gEv", true);
  /* Not thunks: a virtual table, a method of a class T, an asm name.  */
  check_entry ("_ZTV1D", 0, 0, "TV1D", false);
  check_entry ("_ZN1T1hEv", 0, 0, "N1T1hEv", false);
  check_entry ("read_device", 0, 0, "read_device", false);
  check_entry ("_Z", 0, 0, "", false);
  check_entry ("_ZT", 0, 0, "T", false);
  check_entry ("", 0, 0, "", false);
  check_refused ("_ZTh");
  check_refused ("_ZThn");
  check_refused ("_ZThn8N1D1fEv");
  check_refused ("_ZTv0_N1D1fEv");
  check_refused ("_ZTc");
  check_refused ("_ZTch0_N1D1gEv");
  return check_failures != 0;
}
