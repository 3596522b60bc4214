#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares the type ids of two builds of one kernel, symbol by symbol.
#
#   compare-ids.sh [--expected=FILE] A B
#
# A and B are each a vmlinux, or ids as make-reference.sh keeps them (.txt.xz).
# Two kinds of ids are compared: those in front of functions that both builds
# have, and the values of __kcfi_typeid_* symbols.  Static functions of several
# files may share a name: then the ids of that name are compared as multisets.
#
# FILE lists the differences that are explained: lines "P NAME REASON" for a
# preamble, "T NAME REASON" for a __kcfi_typeid_ symbol.  The status is 0 when
# there is something to compare and nothing else differs.

# shellcheck source-path=SCRIPTDIR/.. source=lib.sh
. "$(dirname "$0")/../lib.sh"

expected=/dev/null
if [[ ${1:-} = --expected=* ]]; then
  expected=${1#*=}
  shift
fi
[ $# -eq 2 ] || usage

# ids_of FILE: lines "KIND ID NAME".
ids_of ()
{
  case $1 in
    *.xz) xz -dc "$1" | grep -v '^#' ;;
    *) "$out/kernel-elf" ids "$1" ;;
  esac
}

build_tool elf/kernel-elf
{
  grep -v '^#' "$expected" | sed 's/^/E /'
  ids_of "$1" | sed 's/^/A /' || die "cannot read ids from $1"
  ids_of "$2" | sed 's/^/B /' || die "cannot read ids from $2"
} | awk '
  $1 == "E" && NF > 2 {
    key = $2 " " $3
    sub(/^E [PT] [^ ]+ */, "")
    reason[key] = $0
  }
  # count[side, key, id]; total[side, key]; ids[side, key] for messages.
  $1 == "A" || $1 == "B" {
    key = $2 " " $4
    if (!((key, $3) in seen)) {
      seen[key, $3] = 1
      variants[key] = variants[key] " " $3
    }
    count[$1, key, $3]++
    total[$1, key]++
    ids[$1, key] = ids[$1, key] " " $3
    kind[key] = $2
  }
  function min(a, b) { return a < b ? a : b }
  END {
    for (key in kind) {
      k = kind[key]
      in_both = min(total["A", key] + 0, total["B", key] + 0)
      matched = 0
      n = split(variants[key], id, " ")
      for (i = 1; i <= n; i++)
        matched += min(count["A", key, id[i]] + 0, count["B", key, id[i]] + 0)
      common[k] += in_both
      equal[k] += matched
      only_a[k] += total["A", key] - in_both
      only_b[k] += total["B", key] - in_both
      if (total["A", key] > in_both)
        print "only in A: " key | "sort"
      if (total["B", key] > in_both)
        print "only in B: " key | "sort"
      if (matched < in_both) {
        differing[k] += in_both - matched
        if (key in reason)
          explained[k] += in_both - matched
        print (key in reason ? "explained: " : "DIFFERS: ") key ": A" \
          ids["A", key] ", B" ids["B", key] \
          (key in reason ? " (" reason[key] ")" : "") | "sort"
      } else if (key in reason)
        print "explained but equal: " key | "sort"
    }
    close("sort")
    printf "%-28s %10s %16s\n", "", "preambles", "__kcfi_typeid_"
    printf "%-28s %10d %16d\n", "in both", common["P"], common["T"]
    printf "%-28s %10d %16d\n", "equal", equal["P"], equal["T"]
    printf "%-28s %10d %16d\n", "differing", differing["P"], differing["T"]
    printf "%-28s %10d %16d\n", "  of these explained", explained["P"],
      explained["T"]
    printf "%-28s %10d %16d\n", "only in A", only_a["P"], only_a["T"]
    printf "%-28s %10d %16d\n", "only in B", only_b["P"], only_b["T"]
    exit !(common["P"] > 0 && differing["P"] == explained["P"] \
           && differing["T"] == explained["T"])
  }'
