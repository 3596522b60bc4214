#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the figures of built kernels side by side.
#
#   figures.sh [--unchecked] VMLINUX...
#
# The figures are those of kernel-elf, and how the indirect calls and jumps of
# the disassembly stand: checked (directly after the ud2 of a check) or not.
# Jumps through the table of a switch need no check and are told apart.
# --unchecked lists, on stderr, the functions that have unchecked ones.

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

# Sorts the indirect calls and jumps of a disassembly: "KIND<TAB>COUNT", and
# with names=1 also "KIND FUNCTION" on stderr for each unchecked one.
# shellcheck disable=SC2016
sort_calls='
  /^[0-9a-f]+ <.*>:$/ {
    name = $2
    gsub(/[<>:]/, "", name)
    if (name !~ /^__cfi_/)
      where = name
  }
  /\t(cs |notrack |bnd )*(call|jmp) / {
    kind = ""
    if (/(call|jmp) +\*%/ || /__x86_indirect_thunk_/)
      kind = checked ? "checked" : /call/ ? "call" : "jump"
    else if (/jmp +\*.*\(,%r[a-z0-9]+,8\)/)
      kind = "table"
    else if (/(call|jmp) +\*/)
      kind = /call/ ? "call" : "jump"
    if (kind != "") {
      count[kind]++
      other_thunk += kind == "checked" && /_thunk_/ && !/_thunk_r11>/
      if (names && (kind == "call" || kind == "jump"))
        print kind, where > "/dev/stderr"
    }
  }
  { checked = /\tud2/ }
  END {
    print "indirect calls checked\t" count["checked"] + 0
    print "unchecked calls\t" count["call"] + 0
    print "unchecked jumps\t" count["jump"] + 0
    print "jumps through tables\t" count["table"] + 0
    print "checked thunks not of r11\t" other_thunk + 0
  }'

names=0
if [ "${1:-}" = --unchecked ]; then
  names=1
  shift
fi
[ $# -gt 0 ] || usage

build_tool kernel-elf
for vmlinux; do
  printf '\t%s\n' "$(basename "$(dirname "$(realpath "$vmlinux")")")"
  "$out/kernel-elf" figures "$vmlinux" || die "no figures of $vmlinux"
  objdump -d --no-show-raw-insn "$vmlinux" \
    | awk -v names=$names "$sort_calls" 2> "$out/unchecked"
  [ $names = 0 ] || sort "$out/unchecked" | uniq -c | sed "s|^|$vmlinux: |" >&2
done | awk -F '\t' '
  $1 == "" { column++; heading[column] = $2; next }
  !($1 in row) { row[$1] = ++rows; title[rows] = $1 }
  { value[row[$1], column] = $2 }
  END {
    printf "%-26s", ""
    for (c = 1; c <= column; c++)
      printf " %24s", heading[c]
    print ""
    for (r = 1; r <= rows; r++) {
      printf "%-26s", title[r]
      for (c = 1; c <= column; c++)
        printf " %24s", value[r, c]
      print ""
    }
  }'
