#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What KCFI costs a whole kernel, as ratios in one run: with the plugin and
# without, next to Clang with its KCFI and without.
#
#   bench-kernel.sh [--tree=6.12] [--reuse]
#
# Builds the rows "net" and "net-nocfi" of the table with GCC and clang-19, all
# with -g1, so that compare-clang.sh can use the same kernels, and prints
#   - user time of the whole build (kbuild, objtool and linker included);
#   - the sum of the sizes of all functions;
#   - instructions of system calls that are heavy on indirect calls, which
#     bench-guest.c counts in the guest under `qemu -icount shift=0'.
# --reuse takes kernels that are built already: then there are no build times
# but those of the build that made them.

# shellcheck source-path=SCRIPTDIR/.. source=boot.sh
. "$(dirname "$0")/../boot.sh"

tree=6.12
machine=x86_64
reuse=false
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --reuse) reuse=true ;;
    *) usage ;;
  esac
done

# measure_build COMPILER ROW: a kernel in $folder, and what it took in
# $folder/build-time (user and system seconds).
measure_build ()
{
  prepare_row "$tree" "$machine" "$2" "$1"
  if ! $reuse || [ ! -e "$folder/build-time" ]; then
    rm -f "$folder/build-time"
    run_make "$folder/clean.log" clean || die "see $folder/clean.log"
    make_prefix=(env time -o "$folder/time" -f '%U %S' nice)
    build_row || exit
    mv "$folder/time" "$folder/build-time"
    make_prefix=(nice)
  fi
  make_initramfs bench-guest
}

# measure_guest: lines "bench: NAME INSTRUCTIONS" in $folder/bench-guest.log.
measure_guest ()
{
  local emulator=("${emulator[@]}" -icount "shift=0") log=$folder/bench-guest.log
  boot_kernel "$log"
  tr -d '\r' < "$log" | grep -qE 'init: end$' || die "see $log"
  ! grep -E "$report_pattern" "$log" || die "see $log"
}

# figures_of: lines "KIND NAME<tab>VALUE" of the present row's kernel.
figures_of ()
{
  awk '{ print "user time of the build, s\t" $1
         print "user and system time, s\t" $1 + $2 }' "$folder/build-time"
  "$out/kernel-elf" figures "$folder/vmlinux" \
    | grep '^sum of function sizes'
  tr -d '\r' < "$folder/bench-guest.log" | awk '
    sub(/.*bench: /, "") {
      value = $NF
      sub(/ [0-9]+$/, "")
      print "instructions: " $0 "\t" value
    }'
}

# shellcheck disable=SC2034 # lib.sh uses it
kernel_flags=-g1
need_packages "${emulator[0]:-qemu-system-x86_64}=qemu-system-x86" time=time
build_tool elf/kernel-elf
table=$out/bench-kernel.txt
: > "$table.new"
for build in "kcfi net" "clang-19 net" "$GCC net-nocfi" "clang-19 net-nocfi"; do
  measure_build "${build% *}" "${build#* }"
  measure_guest
  figures_of | sed "s|^|$build\t|" >> "$table.new"
done

awk -F '\t' -v gcc="$GCC" '
  !($2 in seen) { seen[$2] = 1; name[++names] = $2 }
  { value[$1, $2] = $3 }
  function column(with, without, name) {
    return sprintf("%12s %12s %7.4f", value[with, name], value[without, name],
                   value[with, name] / value[without, name])
  }
  function mean(with, without,    i, n, sum) {
    for (i = 1; i <= names; i++)
      if (name[i] ~ /^instructions/) {
        sum += log(value[with, name[i]] / value[without, name[i]])
        n++
      }
    return exp(sum / n)
  }
  END {
    printf "%-40s %33s  %33s\n", "", gcc " with, without the plugin",
      "clang-19 with, without KCFI"
    for (i = 1; i <= names; i++)
      printf "%-40s %s  %s\n", name[i],
        column("kcfi net", gcc " net-nocfi", name[i]),
        column("clang-19 net", "clang-19 net-nocfi", name[i])
    printf "%-40s %33.4f  %33.4f\n", "instructions: mean of the ratios",
      mean("kcfi net", gcc " net-nocfi"),
      mean("clang-19 net", "clang-19 net-nocfi")
  }' "$table.new" | tee "$table"
[ "$fails" -eq 0 ]
