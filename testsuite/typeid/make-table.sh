#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the table of corpus.c for a machine: what Clang 22 calls each function's
# type, and its id, in the four variants.  Ids are those of -fsanitize=kcfi,
# strings those of -fsanitize=cfi-icall, which writes down what KCFI hashes.
# Types with a local or unnamed tag have no string there, and salts are not in
# it: those are taken from the tables there are, where they were inferred.  A
# string counts only if xxhsum makes the id of it.
# usage: make-table.sh TRIPLET [CLANG [OPTION...]] > expected.MACHINE.tsv
set -eu
triplet=${1:?usage: make-table.sh TRIPLET [CLANG [OPTION...]]}
clang=${2:-clang-22}
shift $(($# < 2 ? $# : 2))
cd "$(dirname "$0")"
command -v xxhsum >/dev/null || { echo "make-table: needs xxhsum" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Types that the machine lacks.
lacking=()
for type in __bf16:NO_BF16 _Float16:NO_F16; do
  echo "${type%:*} f (${type%:*});" \
    | "$clang" --target="$triplet" -w -S -o /dev/null -x c - 2>/dev/null \
    || lacking+=("-D${type#*:}")
done

# compile OPTION...: corpus.c as LLVM's text.
compile () {
  "$clang" --target="$triplet" -std=gnu11 -w -S -emit-llvm -o - \
    "${lacking[@]}" "$@" -x c - <corpus.c
}

# ids FILE OPTION...: lines `NAME ID', of what is defined as well.
ids () {
  local file=$1
  shift
  compile -fsanitize=kcfi "$@" | awk '
    match($0, /__kcfi_typeid_[A-Za-z0-9_]+, [0-9]+/) && /\.set/ {
      split(substr($0, RSTART + 14, RLENGTH - 14), part, ", ")
      print part[1], part[2]
    }
    /^define .* !kcfi_type !/ {
      match($0, /@[A-Za-z0-9_.]+\(/)
      name = substr($0, RSTART + 1, RLENGTH - 2)
      for (i = 1; i <= NF; i++)
	if ($i == "!kcfi_type")
	  node[name] = $(i + 1)
      order[++names] = name
    }
    /^![0-9]+ = !\{i32 -?[0-9]+\}/ {
      split($0, part, /[ }]/)
      id[$1] = part[4] < 0 ? part[4] + 4294967296 : part[4]
    }
    END {
      for (i = 1; i <= names; i++)
	print order[i], id[node[order[i]]]
    }' >"$file"
}

# strings FILE OPTION...: lines `NAME STRING STRING.generalized'.
strings () {
  local file=$1
  shift
  # -Xclang: the driver has it only where there is a back end.
  compile -Xclang -fsanitize=cfi-icall -flto -fvisibility=hidden "$@" | awk '
    /^(declare|define).* !type !/ {
      match($0, /@[A-Za-z0-9_.]+\(/)
      name = substr($0, RSTART + 1, RLENGTH - 2)
      count[name] = 0
      for (i = 1; i <= NF; i++)
	if ($i == "!type")
	  node[name, count[name]++] = $(i + 1)
      order[++names] = name
    }
    /^![0-9]+ = !\{i64 0, !"/ {
      split($0, part, "\"")
      text[$1] = part[2]
    }
    END {
      for (i = 1; i <= names; i++) {
	name = order[i]
	plain = wide = "-"
	for (j = 0; j < count[name]; j++) {
	  value = text[node[name, j]]
	  if (value ~ /\.generalized$/)
	    wide = value
	  else if (value != "")
	    plain = value
	}
	print name, plain, wide
      }
    }' >"$file"
}

normalize=-fsanitize-cfi-icall-experimental-normalize-integers
generalize=-fsanitize-cfi-icall-generalize-pointers
ids "$scratch/default" "$@"
ids "$scratch/normalized" $normalize "$@"
ids "$scratch/generalized" $generalize "$@"
ids "$scratch/both" $normalize $generalize "$@"
strings "$scratch/plain" "$@"
strings "$scratch/wide" -Xclang $normalize "$@"

# Lines `NAME COLUMN STRING', the compiler's own first.
{
  awk '{ print $1, "default", $2; print $1, "generalized", $3 }' "$scratch/plain"
  awk '{ print $1, "normalized", $2; print $1, "both", $3 }' "$scratch/wide"
  awk -F '\t' '{
    print $1, "default", $2; print $1, "normalized", $7
    print $1, "generalized", $8; print $1, "both", $9 }' expected*.tsv
} | awk '$3 ~ /^_ZTS/' >"$scratch/candidates"

# Lines `STRING HASH'.
mkdir "$scratch/hash"
cut -d' ' -f3 "$scratch/candidates" | sort -u >"$scratch/strings"
(cd "$scratch/hash" && awk '{ file = sprintf("%06d", NR); printf "%s", $0 >file
				close(file) }' "$scratch/strings")
(cd "$scratch/hash" && xxhsum -q -H64 -- *) | sort -k2 | cut -c9-16 \
  | paste -d' ' "$scratch/strings" - >"$scratch/hashes"

awk -v here="$scratch" -v OFS='\t' '
  function id_of(variant, name) { return ids[variant, name] }
  function string_of(variant, name,   i, candidate, id) {
    id = sprintf("%08x", ids[variant, name])
    for (i = 1; i <= count[name, variant]; i++) {
      candidate = candidates[name, variant, i]
      if (hash[candidate] == id)
	return candidate
    }
    print "make-table: no string of " name " (" variant ") has the id " \
      ids[variant, name] >"/dev/stderr"
    failed = 1
    return "?"
  }
  BEGIN {
    while ((getline line < (here "/hashes")) > 0) {
      split(line, part, " ")
      hash[part[1]] = part[2]
    }
    while ((getline line < (here "/candidates")) > 0) {
      split(line, part, " ")
      candidates[part[1], part[2], ++count[part[1], part[2]]] = part[3]
    }
    split("default normalized generalized both", variants, " ")
    for (i = 1; i <= 4; i++)
      while ((getline line < (here "/" variants[i])) > 0) {
	split(line, part, " ")
	ids[variants[i], part[1]] = part[2]
	if (i == 1)
	  order[++names] = part[1]
      }
    print "function", "mangled_default", "hash_default", "hash_normalized",
      "hash_generalized", "hash_both", "mangled_normalized",
      "mangled_generalized", "mangled_both"
    for (i = 1; i <= names; i++) {
      name = order[i]
      print name, string_of("default", name), id_of("default", name),
	id_of("normalized", name), id_of("generalized", name),
	id_of("both", name), string_of("normalized", name),
	string_of("generalized", name), string_of("both", name)
    }
    exit failed
  }'
