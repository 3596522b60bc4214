# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# zlib: its example and coverage programs, minigzip against gzip.

packages_zlib () { echo zlib; }

build_zlib ()
{
  local program
  for program in example infcover minigzip; do
    (cd "$work/sources/zlib" \
       && "$work/cc" -O2 -w -DHAVE_UNISTD_H -DHAVE_STDARG_H -I. \
	 "test/$program.c" ./*.c -o "$work/zlib-$program") || return 1
  done
}

round_trip_zlib ()
{
  local level
  for level in 1 5 9; do
    "$work/zlib-minigzip" -$level < "$work/sources/zlib/ChangeLog" \
      > "$work/zlib.gz" && gzip -t "$work/zlib.gz" \
      && "$work/zlib-minigzip" -d < "$work/zlib.gz" \
	| cmp - "$work/sources/zlib/ChangeLog" || return 1
  done
}

test_zlib ()
{
  passes "zlib: example" env -C "$work" ./zlib-example
  passes "zlib: infcover" env -C "$work" ./zlib-infcover
  passes "zlib: minigzip" round_trip_zlib
  passes "zlib: audit" audit_program zlib "$work/zlib-minigzip"
}
