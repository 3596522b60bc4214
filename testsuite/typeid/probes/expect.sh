#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the tables of expected ids anew: for each FILE.c here, FILE.ids from
# what Clang says.
#
#   CLANG=clang-22 ./expect.sh [FILE.c ...]
#   CLANG=clang-19 ./expect.sh --compare [FILE.c ...]   # only tells differences
#
# A line `options: ...' in a file's first comment has the options that it is
# compiled with.  Lines of a table: function, id.  An id stands in front of the
# function or, if that is only declared, in a symbol __kcfi_typeid_FUNCTION.
set -euo pipefail
cd "$(dirname "$0")"

compare=false
if [ "${1-}" = --compare ]; then
  compare=true
  shift
fi
[ $# -gt 0 ] || set -- *.c
read -ra clang <<< "${CLANG:-clang-22}"

ids_of () {
  local file=$1 options
  read -ra options < <(sed -n 's/^ *options: //p' "$file"; echo)
  "${clang[@]}" --target=x86_64-linux-gnu -fsanitize=kcfi -w "${options[@]}" \
    -O1 -S -x c -o - - < "$file" \
    | awk '
      function unsigned (text) {
        gsub (/[$,]/, "", text)
        return text < 0 ? text + 4294967296 : text
      }
      /__kcfi_typeid_/ && $NF ~ /^-?[0-9]+$/ {
        sub (/.*__kcfi_typeid_/, "")
        split ($0, part, /[ ,=]+/)
        printf "%s\t0x%08x\n", part[1], unsigned($NF)
      }
      /^__cfi_.*:/ { name = substr ($1, 7, length ($1) - 7) }
      name && $1 == "movl" {
        printf "%s\t0x%08x\n", name, unsigned($2)
        name = ""
      }' \
    | LC_ALL=C sort
}

for file; do
  table=${file%.c}.ids
  if $compare; then
    diff -u "$table" <(ids_of "$file") || true
  else
    ids_of "$file" > "$table.new"
    mv "$table.new" "$table"
  fi
done
