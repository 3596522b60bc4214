#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds unmodified Linux with a KCFI compiler, boots it under QEMU, lets LKDTM
# make a forged indirect call, and judges the serial log.
#
#   check-kernel.sh [--tree=6.1] [--config=NAME[,NAME...]] [--compiler=kcfi]
#                   [--no-boot] [--no-compare]
#
# Configurations are rows of the file "configs".  COMPILER is "kcfi" (GCC with
# the plugin), or clang-N, gcc-N, a path: the harness is proved with those.
# Results: lines PASS: and FAIL: here and in build/kernel/kernel.sum.  What the
# plugin made is also compared with clang-19's type ids, where a reference file
# is kept, and its figures are printed.

# shellcheck source-path=SCRIPTDIR source=boot.sh
. "$(dirname "$0")/boot.sh"

tree=6.1
configs=plain,permissive
compiler=kcfi
boot=true
compare=true
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --config=*) configs=${argument#*=} ;;
    --compiler=*) compiler=${argument#*=} ;;
    --no-boot) boot=false ;;
    --no-compare) compare=false ;;
    *) usage ;;
  esac
done

# Compares the row's type ids with the reference; if that was made from another
# source or other fragments, with a clang-19 build made now.
compare_row ()
{
  local reference=$kernel_tests/clang-19-ids-$1-$2.txt.xz
  local expected=$kernel_tests/expected-differences-$1.txt
  local vmlinux=$folder/vmlinux test="$label: same type ids as clang-19"
  if ! reference_fits "$reference"; then
    reference=$out/${reference##*/}
    if ! reference_fits "$reference"; then
      say "the reference is of another source: building with clang-19"
      (
        sum_file=
        prepare_row "$1" "$2" clang-19
        build_row && write_reference "$reference"
      ) || { fail "$test"; return; }
    fi
  fi
  say "comparing type ids: A is $vmlinux, B is $reference"
  "$kernel_tests/compare-ids.sh" --expected="$expected" "$vmlinux" \
    "$reference" > "$folder/compare.log"
  check "$test" $?
  grep -v "^only in [AB]:" "$folder/compare.log"
}

# What the disassembly must show of a kernel with checks.
check_code ()
{
  local figures unchecked
  figures=$("$kernel_tests/figures.sh" --unchecked "$folder/vmlinux" \
    2> "$folder/unchecked.log")
  printf '%s\n' "$figures" | tee "$folder/figures.log"
  unchecked=$(awk '{ print $NF }' "$folder/unchecked.log" \
    | grep -vxEf <(grep -v "^#" "$kernel_tests/known-unchecked"))
  check "$label: every indirect call has a check" \
    "$([ -z "$unchecked" ]; echo $?)" "$unchecked"
  check "$label: the kernel can decode every check" \
    "$(grep -qE '^not decodable +0$' <<< "$figures"; echo $?)" "$figures"
  # FineIBT rewrites calls of that thunk alone.
  check "$label: every checked retpoline is that of r11" \
    "$(grep -qE '^checked thunks not of r11 +0$' <<< "$figures"; echo $?)"
}

start_sum kernel
IFS=, read -r -a names <<< "$configs"
for name in "${names[@]}"; do
  prepare_row "$tree" "$name" "$compiler"
  build_row || continue
  if $boot; then
    boot_row
  fi
  if $compare && [ "$compiler" = kcfi ] && [ "$row_objects" = "$name" ]; then
    check_code
    if [ -e "$kernel_tests/clang-19-ids-$tree-$name.txt.xz" ]; then
      compare_row "$tree" "$name"
    fi
  fi
done
end_sum
