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
. "$(dirname "$0")/../../lib/parallel.sh"

here=$(cd "$(dirname "$0")" && pwd)
scratch=$PARALLEL_WORK/$$
mkdir -p "$scratch"
cd "$scratch" || exit 1
trap 'cd /; rm -rf "$scratch"' EXIT
read -r -a clang <<< "$CXX_TYPES_CLANG"
read -r -a gcc <<< "$CXX_TYPES_GCC"

normalize=-fsanitize-cfi-icall-experimental-normalize-integers

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
  "$CXX_TYPES_TOOLS/compare-ids" "$mode.gcc" "$mode.clang" > differences
  summary=$(tail -n 1 differences)
  read -r compared _ different _ <<< "$summary"
  echo "${compared:-0}" >> "$PARALLEL_WORK/compared.$$"
  if [ "${compared:-0}" = "$CXX_TYPES_COUNT" ] && [ "$different" = 0 ]; then
    result PASS "$name"
  else
    result FAIL "$name: $summary"
    { echo "== $name: $summary"; head -n 30 differences; } | log_text
  fi
}

try ()
{
  local seed=$1 words=(portable)
  case $((seed % 8)) in
    1 | 4) words+=(unnamed) ;;
    2) words+=(tags) ;;
    3) words+=(library) ;;
    5) words+=(unnamed tags) ;;
    7) [ $((seed / 8 % 4)) != 0 ] || words+=(library unnamed) ;;
  esac
  local name="cxx-plugin-types seed $seed (${words[*]})"
  "$CXX_TYPES_TOOLS/cxx-type-gen" "$seed" "$CXX_TYPES_COUNT" "${words[@]}" \
    > unit.cc
  if ! { compile_clang plain.clang && compile_clang normalized.clang $normalize; }; then
    result UNRESOLVED "$name: Clang rejects the file"
    { echo "== $name"; grep -m 5 error text; } | log_text
  elif ! { compile_gcc plain.gcc \
	     && compile_gcc normalized.gcc -fplugin-arg-kcfi-normalize-integers; }; then
    result FAIL "$name: GCC rejects the file"
    { echo "== $name"; grep -m 5 error text; } | log_text
  else
    compare plain
    compare normalized
  fi
}

for seed; do
  try "$seed"
done
