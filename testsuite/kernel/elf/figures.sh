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

# shellcheck source-path=SCRIPTDIR/.. source=lib.sh
. "$(dirname "$0")/../lib.sh"

# disassemble VMLINUX: of the present machine.
disassemble ()
{
  local file=$1
  if [ -n "$replace_code" ]; then
    file=$scratch/replaced
    LC_ALL=C sed "$replace_code" "$1" > "$file"
  fi
  if [ -n "$hide_symbols" ]; then
    "${cross}objcopy" --wildcard --strip-symbol="$hide_symbols" "$file" \
      "$scratch/hidden"
    file=$scratch/hidden
  fi
  "${cross}objdump" -d --no-show-raw-insn "$file"
}

names=0
if [ "${1:-}" = --unchecked ]; then
  names=1
  shift
fi
[ $# -gt 0 ] || usage

# Of its own: several may run at the same time.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
build_tool elf/kernel-elf
for vmlinux; do
  printf '\t%s\n' "$(basename "$(dirname "$(realpath "$vmlinux")")")"
  "$out/kernel-elf" figures "$vmlinux" || die "no figures of $vmlinux"
  set_machine "$(machine_of "$vmlinux")"
  disassemble "$vmlinux" \
    | awk -v names=$names -f "$kernel_tests/elf/calls.awk" \
      -f "$kernel_tests/machines/$machine.awk" 2> "$scratch/unchecked"
  [ $names = 0 ] || sort "$scratch/unchecked" | uniq -c | sed "s|^|$vmlinux: |" >&2
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
