# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# Lua: the interpreter on a script that uses its libraries (workload.lua).

packages_lua () { echo lua5.4; }

build_lua ()
{
  local file files=()
  for file in "$work"/sources/lua5.4/src/*.c; do
    # The compiler's main function.
    [ "${file##*/}" = luac.c ] || files+=("$file")
  done
  "$work/cc" -std=gnu99 -O2 -DLUA_USE_POSIX -DLUA_COMPAT_5_3 "${files[@]}" -lm \
    -o "$work/lua"
}

test_lua ()
{
  passes "lua: workload" "$work/lua" "$here/workload.lua"
  passes "lua: audit" audit_program lua "$work/lua"
}
