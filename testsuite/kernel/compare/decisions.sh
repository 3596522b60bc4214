#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares what two compilers decided about KCFI in builds of one kernel, and
# prints one table.
#
#   decisions.sh [--expected=FILE] [--names=A,B] FOLDER-A FOLDER-B
#
# A folder has vmlinux, built with -g1 or more, and build.log.
#
#   type ids        compare-ids.sh
#   preambles       the functions that both kernels have the same number of by
#                   that name: which of them has a preamble
#   checked calls   by the function of the source that they are written in and
#                   the type id they ask for: compilers inline, unroll and merge
#                   differently, but a call that one checks and the other has
#                   not is seen
#   unchecked       indirect calls of the disassembly without a check
#   warnings        of compiler, objtool, modpost and linker
#
# What only one side has is listed in FOLDER-A/decisions.log.  FILE explains by
# name, as for compare-ids.sh: "F NAME REASON" a function with a preamble on one
# side, "C FUNCTION REASON" a call.  The status is 0 if there is something to
# compare, nothing else differs, and A has no warning that B lacks.

# shellcheck source-path=SCRIPTDIR/.. source=lib.sh
. "$(dirname "$0")/../lib.sh"

expected=/dev/null
names=A,B
while [[ ${1:-} = --* ]]; do
  case $1 in
    --expected=*) expected=${1#*=} ;;
    --names=*) names=${1#*=} ;;
    *) usage ;;
  esac
  shift
done
[ $# -eq 2 ] || usage
ours=$1
theirs=$2

# read_build FOLDER: what is compared of a build, into files in its folder:
#   functions   "NAME HAS" for each function, HAS telling if it has a preamble
#   calls       "FUNCTION ID FILE:LINE" for each checked call
#   unchecked   how many have no check
read_build ()
{
  local folder=$1 vmlinux=$1/vmlinux
  # GCC gives two functions of the same code one place and one preamble, which
  # has the name of one of them: what counts is what stands at the place.
  {
    "$out/kernel-elf" ids "$vmlinux" | awk '$1 == "P" { print $3, 1 }'
    # The next function behind a __cfi_ symbol is its own, with call padding
    # behind nops; unless that of a weak function is left and all else of it gone.
    readelf -sW "$vmlinux" | awk '$4 == "FUNC" { print $2, $8 }' \
      | LC_ALL=C sort -u | awk '
      function end_place(    i) {
        for (i = 1; i <= n; i++) {
          print name[i], 0
          if (own && name[i] != owner)
            print name[i], 1
        }
        n = own = 0
      }
      $2 ~ /^__cfi_/ { end_place(); owner = substr($2, 7); place = ""; next }
      $1 != place {
        end_place()
        if (place != "")
          owner = ""
        place = $1
      }
      { name[++n] = $2 }
      $2 == owner { own = 1 }
      END { end_place() }'
  } > "$folder/functions"
  "$top/build/audit/kcfi-audit" --json --fail-on=none --no-debug-info \
    "$vmlinux" > "$folder/audit.json" || die "cannot read $vmlinux"
  sed -n 's/^{"place":.*"address":"\([^"]*\)".*"state":"checked","id":"0x\([^"]*\)".*/\1 \2/p' \
    "$folder/audit.json" > "$folder/sites"
  llvm-addr2line-19 -a -i -f -e "$vmlinux" \
    < <(cut -d ' ' -f 1 "$folder/sites") | awk -v sites="$folder/sites" '
      BEGIN {
        while ((getline line < sites) > 0) {
          split(line, field, " ")
          id[++n] = field[2]
        }
      }
      /^0x/ { i++; at = NR }
      NR == at + 1 { name = $1 }
      NR == at + 2 { sub(/.*\/linux-source-[^\/]*\//, ""); print name, id[i], $1 }
    ' > "$folder/calls"
  unchecked=$("$kernel_tests/elf/figures.sh" "$vmlinux" \
    | awk '/^unchecked/ { sum += $NF } END { print sum }')
  echo "$unchecked" > "$folder/unchecked"
  grep -iE '(^|[ :])warning[: ]' "$folder/build.log" \
    | sed 's/+0x[0-9a-f]*//g' | sort > "$folder/warnings"
}

# Functions with a preamble on one side only, of those that both sides have.
compare_functions ()
{
  awk '
    { side = FILENAME == ARGV[1] ? 1 : 2 }
    { all[side, $1] += !$2; with[side, $1] += $2; name[$1] = 1 }
    END {
      for (n in name)
        if (all[1, n] == all[2, n]) {
          common = common + all[1, n]
          # A weak function that another replaced leaves its __cfi_ symbol.
          a = with[1, n] < all[1, n] ? with[1, n] + 0 : all[1, n]
          b = with[2, n] < all[2, n] ? with[2, n] + 0 : all[2, n]
          both += a < b ? a : b
          for (i = b; i < a; i++) print "only in A: F", n
          for (i = a; i < b; i++) print "only in B: F", n
        }
      print "preambles of the same functions:", both + 0
      print "functions of the same name:", common + 0
    }' "$1/functions" "$2/functions"
}

# Calls, told by the function of the source and the id, that only one side has.
# Compilers name copies and parts of functions (NAME.isra.0), so a call is also
# the same if it stands in the same line; and Clang says line 0 of a call that it
# made of several: such a one is the same as any of that file and id.
compare_calls ()
{
  awk '
    { side = FILENAME == ARGV[1] ? 1 : 2
      sites[side]++
      sub(/\.(isra|constprop|part|cold|llvm)\..*/, "", $1)
      file = $3
      sub(/:[^:]*$/, "", file)
      key = $1 " " $2
      line[side, $2, $3] = any[side, $2, file] = 1
      if ($3 ~ /:[0?]*$/)
        merged[side, $2, file] = 1
      if (!((side, key) in seen)) {
        seen[side, key] = ++n
        name[n] = key " " $3; of[n] = side; id[n] = $2; at[n] = $3; in_file[n] = file
      } }
    function matched(i, other) {
      split(name[i], field, " ")
      return (other, field[1] " " field[2]) in seen \
        || (other, id[i], at[i]) in line \
        || (other, id[i], in_file[i]) in merged \
        || at[i] ~ /:[0?]*$/ && (other, id[i], in_file[i]) in any
    }
    END {
      for (i = 1; i <= n; i++)
        if (!matched(i, 3 - of[i]))
          print "only in " (of[i] == 1 ? "A" : "B") ": C", name[i]
        else if (of[i] == 1)
          both++
      print "calls of the same function and id:", both + 0
      print "sites:", sites[1] + 0, sites[2] + 0
    }' "$1/calls" "$2/calls"
}

make -s -C "$top" audit > "$out/audit.log" 2>&1 || die "see $out/audit.log"
# GNU addr2line (2.40) does not see what was inlined in the DWARF 5 of Clang.
need_packages llvm-addr2line-19=llvm-19
build_tool elf/kernel-elf
# Both are of one machine.
set_machine "$(machine_of "$ours/vmlinux")"
read_build "$ours"
read_build "$theirs"
log=$ours/decisions.log

"$kernel_tests/compare/compare-ids.sh" --expected="$expected" "$ours/vmlinux" \
  "$theirs/vmlinux" > "$ours/compare.log"
ids=$?
{
  compare_functions "$ours" "$theirs"
  compare_calls "$ours" "$theirs"
  comm -23 "$ours/warnings" "$theirs/warnings" | sed 's/^/only in A: W /'
  comm -13 "$ours/warnings" "$theirs/warnings" | sed 's/^/only in B: W /'
} | sort > "$log"
# Lines "only in SIDE: KIND NAME...", without those that FILE explains.
unexplained=$(awk '
  FILENAME == ARGV[1] { if (/^[FC] [^ ]+ ./) known[$1, $2] = 1; next }
  /^only in [AB]: [FC]/ && !(($4, $5) in known) || /^only in A: W/
' "$expected" "$log") || die "cannot read $expected"

# row TITLE COMMON ONLY-A ONLY-B
row ()
{
  printf '| %s | %s | %s | %s |\n' "$@"
}
value ()
{
  sed -n "s/^$1: //p" "$log"
}
only ()
{
  grep -c "^only in $1: $2" "$log"
}
ids_row ()
{
  awk -v c="$1" -v row="$2" 'index($0, row) == 1 && !/: / {
    print $(NF + c - 2) }' \
    "$ours/compare.log"
}
{
  echo "| | in both | only ${names%,*} | only ${names#*,} |"
  echo '|---|---|---|---|'
  for side in 1 2; do
    title=("ids in front of functions" "values of \`__kcfi_typeid_\` symbols")
    row "${title[side - 1]}" "$(ids_row $side equal) equal, $(ids_row $side differing) differ, $(ids_row $side '  of these') explained" \
      "$(ids_row $side 'only in A')" "$(ids_row $side 'only in B')"
  done
  row "preambles of the functions that both have" \
    "$(value 'preambles of the same functions') of $(value 'functions of the same name')" \
    "$(only A F)" "$(only B F)"
  row "checked calls, by function of the source and id" \
    "$(value 'calls of the same function and id')" "$(only A C)" "$(only B C)"
  read -r sites_a sites_b <<< "$(value sites)"
  row "checks in the machine code" "" "$sites_a" "$sites_b"
  row "indirect calls without check" "" "$(cat "$ours/unchecked")" \
    "$(cat "$theirs/unchecked")"
  row "warnings of the build" "$(comm -12 "$ours/warnings" "$theirs/warnings" | wc -l)" \
    "$(only A W)" "$(only B W)"
} | tee "$ours/decisions.md"
if [ -n "$unexplained" ]; then
  printf 'unexplained:\n%s\n' "$unexplained" | head -60
  exit 1
fi
[ "$(value 'calls of the same function and id')" -gt 0 ] && exit $ids
