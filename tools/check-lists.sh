#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The lists that name files or macros one by one are complete: the id library's
# sources, what is compiled at all, and the loops that clang-format knows.
# usage: check-lists.sh COMPILE-COMMANDS IDS-SOURCE...
set -u
commands=$1
shift
cd "$(dirname "$0")/.." || exit 1
# shellcheck source-path=SCRIPTDIR source=sources.sh
. tools/sources.sh
failed=0

# all_in WHAT WANTED LIST: each line of WANTED stands in LIST too.
all_in ()
{
  local line
  while read -r line; do
    echo "lists: $line $1" >&2
    failed=1
  done < <(comm -23 <(LC_ALL=C sort -u <<<"$2") <(LC_ALL=C sort -u <<<"$3") | grep .)
}

all_in "is not in the list of gimple/ids/ids.mk" \
  "$(git ls-files -- 'gimple/ids/*.c')" "$(printf '%s\n' "$@")"
all_in "is in no program: no makefile compiles it" \
  "$(printf '%s\n' "${c_sources[@]}" "${cxx_sources[@]}" \
     | grep -E '^(gimple|plugin|rtl|tools)/')" \
  "$(sed -n 's/^ *"file": "\(.*\)",$/\1/p' "$commands")"
all_in "is not among the ForEachMacros of .clang-format" \
  "$(git grep -ohE '\bFOR_[A-Z_]+ \(' -- '*.cc' | tr -d ' (')" \
  "$(sed -n '/^ForEachMacros/,/\]/p' .clang-format | grep -oE '\bFOR_[A-Z_]+')"
[ "$failed" = 0 ] || exit 1
echo "lists: of the id library, of what is compiled, of loops are complete"
