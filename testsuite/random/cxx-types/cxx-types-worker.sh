#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cxx-types-worker.sh SEED...  For each seed one file of random C++ function
# types, compiled by Clang without and with each option, and its names and ids
# checked with the re-mangler.  The seed decides also what is in the file.
#
# Environment: CXX_TYPES_TOOLS (where cxx-type-gen and check-remangled are),
# CXX_TYPES_CLANG (a command), CXX_TYPES_CLANG_MAJOR, CXX_TYPES_COUNT (types per
# file).
set -u
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/../../lib/parallel.sh"

here=$(cd "$(dirname "$0")" && pwd)
scratch=$PARALLEL_WORK/$$
mkdir -p "$scratch"
cd "$scratch" || exit 1
trap 'cd /; rm -rf "$scratch"' EXIT
read -r -a clang <<< "$CXX_TYPES_CLANG"

normalize=-fsanitize-cfi-icall-experimental-normalize-integers
generalize=-fsanitize-cfi-icall-generalize-pointers

# compile OUTPUT OPTION...
compile ()
{
  local to=$1
  shift
  "${clang[@]}" --target=x86_64-linux-gnu -std=c++20 -w -I "$here" \
    -fsanitize=kcfi "$@" -S -o "$to" unit.cc > text 2>&1
}

try ()
{
  local seed=$1 summary compared different words=() modes=()
  case $((seed % 8)) in
    1) words=(unnamed) ;;
    2) words=(tags) ;;
    3) words=(library) ;;
    5) words=(unnamed tags) ;;
    7) [ $((seed / 8 % 4)) != 0 ] || words=(library unnamed) ;;
  esac
  local name="cxx-types seed $seed (${words[*]})"
  "$CXX_TYPES_TOOLS/cxx-type-gen" "$seed" "$CXX_TYPES_COUNT" "${words[@]}" \
    > unit.cc
  if ! { compile plain.s && compile normalized.s $normalize; }; then
    result UNRESOLVED "$name: Clang rejects the file"
    { echo "== $name"; grep -m 5 error text; } | log_text
    return
  fi
  modes=(normalized=normalized.s)
  # Clang 19 has the option, but not for these ids.
  if [ "$CXX_TYPES_CLANG_MAJOR" -ge 22 ]; then
    if ! { compile generalized.s $generalize \
	     && compile both.s $normalize $generalize; }; then
      result UNRESOLVED "$name: Clang rejects the file with other options"
      return
    fi
    modes+=(generalized=generalized.s both=both.s)
  fi
  "$CXX_TYPES_TOOLS/check-remangled" plain.s "${modes[@]}" > differences 2> text
  summary=$(tail -n 1 differences)
  read -r compared _ different _ <<< "$summary"
  echo "${compared:-0}" >> "$PARALLEL_WORK/compared.$$"
  if [ "${compared:-0}" -gt $((2 * CXX_TYPES_COUNT)) ] \
     && [ "$different" = 0 ]; then
    result PASS "$name"
  else
    result FAIL "$name: ${summary:-$(cat text)}"
    { echo "== $name: $summary"; head -n 30 differences; cat text; } | log_text
  fi
}

for seed; do
  try "$seed"
done
