#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds unmodified Linux with a KCFI compiler, boots it under QEMU, lets LKDTM
# make a forged indirect call, and judges the serial log.
#
#   check-kernel.sh [--tree=6.1[,TREE...]] [--machine=x86_64]
#                   [--config=NAME[,NAME...]] [--compiler=kcfi]
#                   [--no-boot] [--no-compare] [--parts=FOLDER/[,FOLDER/...]]
#
# Configurations are rows of the file "configs".  COMPILER is "kcfi" (GCC with
# the plugin), or clang-N, gcc-N, a path: the harness is proved with those.
# Results: lines PASS: and FAIL: here and in build/kernel/kernel-MACHINE.sum.
# What the plugin made is also compared with clang-19's type ids, where a
# reference file is kept, and its figures are printed.  --parts compiles these
# folders of the kernel only, and neither links nor boots it.

# shellcheck source-path=SCRIPTDIR source=boot.sh
. "$(dirname "$0")/boot.sh"

trees=6.1
machine=x86_64
configs=plain,permissive
compiler=kcfi
boot=true
compare=true
parts=()
for argument; do
  case $argument in
    --tree=*) trees=${argument#*=} ;;
    --machine=*) machine=${argument#*=} ;;
    --config=*) configs=${argument#*=} ;;
    --compiler=*) compiler=${argument#*=} ;;
    --no-boot) boot=false ;;
    --no-compare) compare=false ;;
    --parts=*) IFS=, read -r -a parts <<< "${argument#*=}" ;;
    *) usage ;;
  esac
done

# Compares the row's type ids with the reference; if that was made from another
# source or other fragments, with a clang-19 build made now.
compare_row ()
{
  local reference
  reference=$(reference_file "$1" "$2")
  local expected=$kernel_tests/compare/expected-differences-$1.txt
  local vmlinux=$folder/vmlinux test="$label: same type ids as clang-19"
  if ! reference_fits "$reference"; then
    reference=$out/${reference##*/}
    if ! reference_fits "$reference"; then
      say "the reference is of another source: building it with Clang"
      (
        sum_file=
        make_reference "$1" "$2" "$reference"
      ) || { fail "$test"; return; }
    fi
  fi
  say "comparing type ids: A is $vmlinux, B is $reference"
  "$kernel_tests/compare/compare-ids.sh" --expected="$expected" "$vmlinux" \
    "$reference" > "$folder/compare.log"
  check "$test" $?
  grep -v "^only in [AB]:" "$folder/compare.log"
}

# figure NAME: its value in figures.log.
figure ()
{
  sed -n "s/^$1  *//p" "$folder/figures.log"
}

# What the disassembly must show of a kernel with checks.
check_code ()
{
  local figures unchecked
  figures=$("$kernel_tests/elf/figures.sh" --unchecked "$folder/vmlinux" \
    2> "$folder/unchecked.log")
  printf '%s\n' "$figures" | tee "$folder/figures.log"
  # A tree's own file names the calls as well, "2 call NAME".
  unchecked=$(awk '{ print $(NF - 2), $(NF - 1), $NF }' "$folder/unchecked.log" \
    | grep -vxEf <(grep -hsv "^#" \
      "$kernel_tests/machines/$machine-$row_tree.unchecked") \
    | awk '{ print $NF }' \
    | grep -vxEf <(grep -v "^#" "$kernel_tests/machines/$machine.unchecked"))
  check "$label: every indirect call has a check" \
    "$([ -z "$unchecked" ]; echo $?)" "$unchecked"
  check "$label: the kernel can decode every check" \
    "$([ "$(figure "not decodable")" = 0 ]; echo $?)" "$figures"
  # Two ways of counting: by the trap sites and by the disassembly.
  check "$label: every trap site is a check" \
    "$([ "$(figure "checked calls")" = "$(figure "indirect calls checked")" ]
       echo $?)" "$figures"
  check "$label: no check is of a form that the kernel rewrites wrongly" \
    "$([ "$(figure "unfit checks")" = 0 ]; echo $?)" "$figures"
}

# kcfi-audit and kernel-elf read the same kernel by different code: they must
# count the same checks, and nearly the same preambles: names share a place, and
# without symbols both judge by bytes.
check_audit ()
{
  local log=$folder/audit.log checks preambles
  make -s -C "$top" audit > "$out/make-audit.log" 2>&1 \
    || { fail "$label: kcfi-audit is built"; return; }
  "$top/build/audit/kcfi-audit" --no-debug-info \
    --fail-on=separated,traps,mixed "$folder/vmlinux" > "$log" 2>&1
  check "$label: kcfi-audit finds nothing damaged" $? \
    "$(grep -A5 '(fails)' "$log")"
  checks=$(sed -n 's/^  checks *\([0-9]*\),.*/\1/p' "$log")
  preambles=$(sed -n 's/^  functions .*: \([0-9]*\) with preamble.*/\1/p' "$log")
  check "$label: kcfi-audit sees every check" \
    "$([ "$checks" = "$(figure "checked calls")" ]; echo $?)" "$checks"
  check "$label: kcfi-audit sees the preambles" \
    "$(awk -v a="$preambles" -v b="$(figure preambles)" \
      'BEGIN { exit !(a > 0 && a > 0.995 * b && a < 1.005 * b) }'; echo $?)" \
    "$preambles"
  "$top/tools/kcfi-audit/kcfi-check-kernel" \
    --audit="$top/build/audit/kcfi-audit --no-debug-info" "$folder/obj" \
    > "$folder/check-kernel.log" 2>&1
  check "$label: kcfi-check-kernel finds no problem" $? \
    "$(grep -A3 '^problem' "$folder/check-kernel.log")"
}

# check_row TREE NAME: all tests of one kernel.
check_row ()
{
  prepare_row "$1" "$machine" "$2" "$compiler"
  if [ ${#parts[@]} -gt 0 ]; then
    build_parts "${parts[@]}"
    return
  fi
  build_row || return
  if $boot; then
    boot_row
  fi
  if $compare && [ "$compiler" = kcfi ] && [ "$row_objects" = "$2" ]; then
    check_code
    check_audit
    if [ -e "$(reference_file "$1" "$2")" ]; then
      compare_row "$1" "$2"
    fi
  fi
}

start_sum "kernel-$machine"
for tree in ${trees//,/ }; do
  for name in ${configs//,/ }; do
    check_row "$tree" "$name"
  done
done
end_sum
