#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cxx-plugin-types-worker.sh SEED...  For each seed one file of random C++ function types
# that GCC and Clang have in common, compiled by both, also with normalized integers:
# each function must have the same id.  The seed decides also what is in the file.
#
# Environment: CXX_TYPES_TOOLS (where cxx-type-gen and compare-ids are),
# CXX_TYPES_CLANG and CXX_TYPES_GCC (commands), CXX_TYPES_PLUGIN, CXX_TYPES_COUNT (types
# per file).
set -u
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/clang-ids.sh"

here=$(cd "$(dirname "$0")" && pwd)
parallel_scratch
read -r -a gcc <<< "$CXX_TYPES_GCC"

# compile OUTPUT COMPILER...: those ids that the file is for, in OUTPUT.
compile ()
{
  local to=$1
  shift
  "$@" -std=c++20 -w -I "$here" -S -o unit.s unit.cc > text 2>&1 || return
  grep -E '__kcfi_typeid_f[VKRO]*[0-9]+' unit.s | grep -F .set > "$to"
}

compile_clang ()
{
  local to=$1
  shift
  compile "$to" "${clang[@]}" --target=x86_64-linux-gnu -fsanitize=kcfi "$@"
}

# GCC's -fpermissive: functions whose types have local types are used and not defined.
compile_gcc ()
{
  local to=$1
  shift
  compile "$to" "${gcc[@]}" -fpermissive -fplugin="$CXX_TYPES_PLUGIN" "$@"
}

# compare MODE: MODE.gcc and MODE.clang have the same ids, CXX_TYPES_COUNT of them.
compare ()
{
  local mode=$1 name="$name, $1" summary compared different
  "$CXX_TYPES_TOOLS/compare-ids" "$mode.gcc" "$mode.clang" > differences 2> text
  read_summary
  [ "$compared" = "$CXX_TYPES_COUNT" ] && [ "$different" = 0 ]
  judge $? "$name" text
}

try ()
{
  local seed=$1 words
  choose_words "$seed"
  [ $((seed % 8)) != 4 ] || words=(unnamed)
  words=(portable "${words[@]}")
  local name="cxx-plugin-types seed $seed (${words[*]})"
  make_file "$seed"
  if ! { compile_clang plain.clang && compile_clang normalized.clang $normalize; }; then
    rejects UNRESOLVED "$name: Clang rejects the file" text
  elif ! { compile_gcc plain.gcc \
	     && compile_gcc normalized.gcc -fplugin-arg-kcfi-normalize-integers; }; then
    rejects FAIL "$name: GCC rejects the file" text
  else
    compare plain
    compare normalized
  fi
}

for seed; do
  try "$seed"
done
