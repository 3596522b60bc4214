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
. "$(dirname "$0")/clang-ids.sh"

here=$(cd "$(dirname "$0")" && pwd)
parallel_scratch

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
  local seed=$1 summary compared different words modes
  choose_words "$seed"
  local name="cxx-types seed $seed (${words[*]})"
  make_file "$seed"
  if ! { compile plain.s && compile normalized.s $normalize; }; then
    rejects UNRESOLVED "$name: Clang rejects the file" text
    return
  fi
  modes=(normalized=normalized.s)
  # Clang 19 has the option, but not for these ids.
  if [ "$CXX_TYPES_CLANG_MAJOR" -ge 22 ]; then
    if ! { compile generalized.s $generalize \
	     && compile both.s $normalize $generalize; }; then
      rejects UNRESOLVED "$name: Clang rejects the file with other options" text
      return
    fi
    modes+=(generalized=generalized.s both=both.s)
  fi
  "$CXX_TYPES_TOOLS/check-remangled" plain.s "${modes[@]}" > differences 2> text
  read_summary
  [ "$compared" -gt $((2 * CXX_TYPES_COUNT)) ] && [ "$different" = 0 ]
  judge $? "$name" text
}

for seed; do
  try "$seed"
done
