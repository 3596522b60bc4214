#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# types-worker.sh SEED...  For each seed one file of random function types,
# compiled by the compiler with the plugin and by Clang, ids compared.  The seed
# decides also what is tried: see `plan'.
#
# Environment: TYPES_TOOLS (where type-gen and compare-ids are), TYPES_CC,
# TYPES_PLUGIN (a file), TYPES_CLANG (a command, reads standard input),
# TYPES_CLANG_MAJOR, TYPES_COUNT (types per file), TYPES_MACHINE.
set -u
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/../../lib/parallel.sh"

parallel_scratch
read -r -a clang <<< "$TYPES_CLANG"

# What the generator prints and the machine lacks, by other names for both
# compilers.  Checks and preambles are read for x86_64 only.
machine_options ()
{
  case $TYPES_MACHINE in
    x86_64) ;;
    aarch64)
      substitutes=(-Dms_abi=unused -Dsysv_abi=unused -D__seg_gs= -D__seg_fs=
		   -D__float128=double -DXF=DF) ;;
    riscv64)
      substitutes=(-Dms_abi=unused -Dsysv_abi=unused -D__seg_gs= -D__seg_fs=
		   -D__float128=double -D_Float16=float
		   -DHF=SF -DXF=DF) ;;
    *)
      substitutes=(-Dms_abi=unused -Dsysv_abi=unused -D__seg_gs= -D__seg_fs=
		   -D__float128=double -D_Float16=float
		   -DHF=SF -DXF=DF -DTF=DF -D__int128=int -DTI=DI) ;;
  esac
  # GCC's wchar_t is long there, Clang's int.
  [[ $TYPES_MACHINE != i?86 ]] || substitutes+=(-D__WCHAR_TYPE__=int)
}

# Set generator, standard, variant and the arguments of both compilers.
plan ()
{
  local seed=$1 variants=2
  generator=()
  standard=-std=gnu11
  plugin=(-fplugin="$TYPES_PLUGIN")
  reference=(-fsanitize=kcfi)
  if [ "$TYPES_CLANG_MAJOR" -ge 22 ]; then
    # What Clang 19 does otherwise: doc/type-ids.md "Versions of Clang".
    variants=4
    generator+=(transparent members)
  fi
  case $((seed % variants)) in
    0) variant=default ;;
    1) variant=normalized ;;
    2) variant=generalized ;;
    3) variant=both ;;
  esac
  case $variant in
    normalized|both)
      plugin+=(-fplugin-arg-kcfi-normalize-integers)
      reference+=(-fsanitize-cfi-icall-experimental-normalize-integers) ;;
  esac
  case $variant in
    generalized|both)
      plugin+=(-fplugin-arg-kcfi-generalize-pointers)
      reference+=(-fsanitize-cfi-icall-generalize-pointers) ;;
  esac
  case $((seed / variants % 4)) in
    0) generator+=(declare) ;;
    1) if [ "$TYPES_MACHINE" = x86_64 ]; then
	 generator+=(call)
       else
	 generator+=(declare)
       fi ;;
    2) generator+=(redeclare) ;;
    3) generator+=(qualified) standard=-std=gnu99 ;;
  esac
}

# The declaration and our string of each function that differs.
explain ()
{
  "$TYPES_CC" -w $standard "${plugin[@]}" -fplugin-arg-kcfi-print-ids=strings \
    -S unit.c -o /dev/null > /dev/null 2>&1
  sed -n 's/^\(__kcfi_typeid_\|preamble \|check \)\([a-z0-9]*\).* \([0-9a-f-]*\) \([0-9a-f-]*\)$/\2 \3 \4/p' \
    differences | sort -u | head -n 20 \
    | while read -r name ours theirs; do
    echo "  $name: plugin $ours, clang $theirs"
    grep -E "[ *(]${name}[ (]" unit.c | head -n 3 | sed 's/^/    /'
    awk -F'\t' -v name="$name" '$3 == name || $1 == "0x" id { print "    " $2 }' \
      id="$ours" strings | sort -u | head -n 2
  done
}

try ()
{
  local seed=$1 summary compared different
  plan "$seed"
  local name="types seed $seed (${generator[*]}, $variant)"
  "$TYPES_TOOLS/type-gen" "$seed" "$TYPES_COUNT" "${generator[@]}" > unit.c
  if ! "$TYPES_CC" -w $standard "${substitutes[@]}" "${plugin[@]}" -S unit.c -o ours.s \
	> ours.text 2>&1; then
    # GCC takes no [0] of an element that it has seen a [*] of, and crashes on
    # some variable length arrays: that is not the plugin's doing.
    if ! "$TYPES_CC" -w $standard "${substitutes[@]}" -S unit.c -o ours.s > /dev/null 2>&1; then
      result UNSUPPORTED "$name: GCC rejects it without the plugin as well"
      return
    fi
    result FAIL "$name: compiler"
    { echo "== $name"; head -n 5 ours.text; } | log_text
    return
  fi
  # The group keeps the shell's own note of a crash out of our output.
  if ! { "${clang[@]}" -w $standard "${substitutes[@]}" "${reference[@]}" -x c -S - -o - \
	   < unit.c > theirs.s 2> theirs.text; } 2> /dev/null; then
    if grep -q 'submit a bug report' theirs.text; then
      result UNSUPPORTED "$name: Clang crashes"
      return
    fi
    result UNRESOLVED "$name: clang rejects the file"
    { echo "== $name"; head -n 5 theirs.text; } | log_text
    return
  fi
  "$TYPES_TOOLS/compare-ids" ours.s theirs.s > differences
  summary=$(tail -n 1 differences)
  read -r compared _ different _ <<< "$summary"
  echo "$compared" >> "$PARALLEL_WORK/compared.$$"
  if [ "$compared" -ge "$TYPES_COUNT" ] && [ "$different" = 0 ]; then
    result PASS "$name"
  else
    result FAIL "$name: $summary"
    { echo "== $name: $summary"; explain; } | log_text
  fi
}

substitutes=()
machine_options
for seed; do
  try "$seed"
done
