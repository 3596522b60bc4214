#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Instructions that the same GCC without the plugin does not have, beyond the checks
# themselves: moves into another register, loads of a pointer for a second time, saved
# registers.
# usage: extra-instructions.sh GCC PLUGIN OPTIONS -- FILE...
#
# Compiles each FILE to assembler with and without the plugin and compares the functions
# that have checks.  What stands between #APP and #NO_APP, checks and asm statements, does
# not count.  A call through memory of x86 counts for two: it loads the address, and a
# check can only compare what was loaded once.  Prints functions with a difference, most first, and the sum: checks, and by
# how many instructions the functions grow and shrink.
#
# Environment: JOBS
set -eu
gcc=$1
plugin=$(realpath "$2")
shift 2
options=()
while [ "$1" != -- ]; do
  options+=("$1")
  shift
done
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Of each function of an assembler file: its name, its checks, its other instructions.
count_instructions ()
{
  awk '
    /^\t\.type\t.*function/ { name = $2; sub (/,.*/, "", name); checks = instructions = 0 }
    /^#APP/ { inside = 1 }
    /^#NO_APP/ { inside = 0 }
    /^\t?\.Lkcfi_(pass|trap)[0-9]+:/ {
      gsub (/[^0-9]/, "")
      if (! ((name, $0) in seen)) checks++
      seen[name, $0] = 1
      next
    }
    /^\t[a-z]/ && !inside { instructions++ }
    # A jump table stays.
    /^\t(call|jmp)\t\*[^%]/ && !/\.L/ { instructions++ }
    /^\t\.size\t/ && name { print name, checks, instructions; name = "" }' "$1"
}

compare_file ()
{
  local file=$1 number=$2
  "$gcc" "${options[@]}" -S "$file" -o "$folder/$number.without.s" || return 0
  "$gcc" "${options[@]}" "-fplugin=$plugin" -S "$file" -o "$folder/$number.with.s"
  join <(count_instructions "$folder/$number.with.s" | sort) \
    <(count_instructions "$folder/$number.without.s" | sort) \
    | awk -v "file=${file##*/}" '$2 { print $5 - $3, file ":" $1, $2 }' \
    | awk '{ print -$1, $2, $3 }' > "$folder/$number.counts"
  rm -f "$folder/$number".*.s
}

number=0
for file; do
  number=$((number + 1))
  compare_file "$file" "$number" &
  [ $((number % ${JOBS:-$(nproc)})) != 0 ] || wait
done
wait
cat "$folder"/*.counts | sort -k1,1nr -k2 | awk '
  { functions++; checks += $3 }
  $1 { print $2 ": " $1 " with " $3 " checks" }
  $1 > 0 { more += $1; grown++ }
  $1 < 0 { fewer -= $1; shrunk++ }
  END { printf "%d functions with %d checks: %d have %d more instructions (%.4f a check), " \
	  "%d have %d fewer\n", functions, checks, grown, more, checks ? more / checks : 0,
	  shrunk, fewer }'
