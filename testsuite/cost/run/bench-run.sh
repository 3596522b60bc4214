#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What checks cost when programs run: the same sources by GCC, by GCC with each form of
# check, by Clang and by Clang with -fsanitize=kcfi, run in turn in one run, on one
# processor.
# usage: bench-run.sh GCC OUTPUT PLUGIN [PART...]
#
# PARTS, all by default:
#   micro     call sites in turn, dispatch, callbacks (sites.c, dispatch.c)
#   cxx       virtual calls of each mode, pointers to members (members.cc)
#   programs  Lua, SQLite's speed test, zstd, BusyBox's shell, Expat, each on a musl of
#             the same compiler (programs.sh)
#   report    text, JSON and page of what the others measured
#
# Writes OUTPUT/times.tsv and sizes.tsv, and report.txt, report.json and report.html.
#
# Environment: ROUNDS (15), CALLS (4000000), CPU (the last one), CLANGS ("clang-19"), FORMS
# ("classic not-taken"), SITES ("1 64 1024 16384"), PROGRAMS ("lua sqlite zstd busybox
# expat"), EFFORT (1; programs do that many times as much)
set -eu
[ $# -ge 3 ] || { echo "usage: bench-run.sh GCC OUTPUT PLUGIN [PART...]" >&2; exit 2; }
gcc=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
plugin=$(realpath "$3")
shift 3
[ $# != 0 ] || set -- micro cxx programs report
here=$(cd "$(dirname "$0")" && pwd)
rounds=${ROUNDS:-15}
calls=${CALLS:-4000000}
cpu=${CPU:-$(($(nproc) - 1))}
read -r -a clangs <<< "${CLANGS:-clang-19}"
read -r -a forms <<< "${FORMS:-classic not-taken}"
read -r -a site_counts <<< "${SITES:-1 64 1024 16384}"

# Variants, each a compiler and its arguments, and the one that it is compared with.
# add_variant NAME BASE COMMAND...
variants=()
declare -A base command
add_variant ()
{
  variants+=("$1")
  base[$1]=$2
  command[$1]=${*:3}
}

# set_variants c|cxx|program
set_variants ()
{
  local form mode clang compiler=$gcc
  variants=()
  [ "$1" != cxx ] || compiler=${gcc/gcc/g++}
  add_variant gcc gcc "$compiler"
  for form in "${forms[@]}"; do
    if [ "$1" != cxx ]; then
      add_variant "$form" gcc "$compiler -fplugin=$plugin -fplugin-arg-kcfi-check=$form"
      continue
    fi
    for mode in off name class; do
      add_variant "$form-$mode" gcc "$compiler -fplugin=$plugin" \
	"-fplugin-arg-kcfi-check=$form -fplugin-arg-kcfi-virtual=$mode"
    done
  done
  for clang in "${clangs[@]}"; do
    if ! command -v "$clang" > /dev/null; then
      echo "bench-run: no $clang: it is left out"
      continue
    fi
    compiler=$clang
    [ "$1" != cxx ] || compiler=${clang/clang/clang++}
    add_variant "$clang" "$clang" "$compiler"
    add_variant "$clang-kcfi" "$clang" "$compiler -fsanitize=kcfi"
  done
}

# note_size GROUP PROGRAM VARIANT FILE: bytes of code and of what is only read.
note_size ()
{
  echo "$1 $2 $3 ${base[$3]} $(size "$4" | awk 'NR == 2 { print $1 }')" >> "$out/sizes.tsv"
}

# The program of COUNT sites: the unit of at most 1024 of them as often as needed, each
# time with other names.
build_sites ()
{
  local count=$1 targets=$2 kind=$3 variant=$4 each part objects=()
  local file=$out/sites-$count-$kind-$variant unit
  each=$((count < 1024 ? count : 1024))
  local flags=(-O2 "-I$out" "-DSITES=$count" "-DLIST=\"sites-$each.list\""
	       "-DPARTS=\"sites-$((count / each)).list\"" "-DTARGETS=$targets")
  [ "$kind" != tail ] || flags+=(-DTAIL)
  # Programs of more than one unit have the same.
  unit=$out/unit-$each-$kind-$variant.o
  # shellcheck disable=SC2086
  [ -e "$unit" ] || ${command[$variant]} "${flags[@]}" -c "$here/sites.c" -o "$unit"
  # shellcheck disable=SC2086
  ${command[$variant]} "${flags[@]}" -c "$here/sites-main.c" -o "$file-main.o"
  for ((part = 0; part < count / each; part++)); do
    nm -g --defined-only "$unit" | awk -v part="$part" '{ print $3, $3 "_" part }' \
      > "$file.names"
    objcopy "--redefine-syms=$file.names" "$unit" "$file.$part.o"
    objects+=("$file.$part.o")
  done
  # shellcheck disable=SC2086
  ${command[$variant]} "$file-main.o" "${objects[@]}" -o "$file"
  rm -f "$file".*o "$file-main.o" "$file.names"
}

# A program that is measured: run_NAME prints "SUM NANOSECONDS".
programs=()
declare -A run
add_program ()
{
  programs+=("$1")
  run[$1]=${*:2}
}

build_micro ()
{
  local count kind variant targets
  for count in 1 16 64 256 1024 "${site_counts[@]}"; do
    seq -f 'X (%.0f)' 0 $((count - 1)) > "$out/sites-$count.list"
  done
  rm -f "$out"/unit-*
  set_variants c
  for variant in "${variants[@]}"; do
    for count in "${site_counts[@]}"; do
      for kind in one many tail; do
	targets=1
	[ "$kind" != many ] || targets=64
	build_sites "$count" "$targets" "$kind" "$variant"
	note_size micro "sites-$count-$kind" "$variant" "$out/sites-$count-$kind-$variant"
      done
    done
    # shellcheck disable=SC2086
    ${command[$variant]} -O2 "$here/dispatch.c" -o "$out/dispatch-$variant"
    note_size micro dispatch "$variant" "$out/dispatch-$variant"
  done
  for count in "${site_counts[@]}"; do
    for kind in one many tail; do
      add_program "sites-$count-$kind" "$out/sites-$count-$kind-VARIANT $calls"
    done
  done
  add_program ffi "$out/dispatch-VARIANT ffi $calls"
  add_program sort "$out/dispatch-VARIANT sort $calls"
}

build_cxx ()
{
  local name variant
  set_variants cxx
  for variant in "${variants[@]}"; do
    for name in members virtual-calls; do
      local source=$here/$name.cc
      [ -e "$source" ] || source=$here/../$name.cc
      # shellcheck disable=SC2086
      ${command[$variant]} -O2 "$source" -o "$out/$name-$variant"
      note_size cxx "$name" "$variant" "$out/$name-$variant"
    done
  done
  for name in one many virtual; do
    add_program "member-$name" "$out/members-VARIANT $name $calls"
  done
  for name in loop shapes tree visitor bases life; do
    add_program "virtual-$name" "$out/virtual-calls-VARIANT $name $calls"
  done
}

# measure GROUP: all programs by all variants, in turn.
measure ()
{
  local group=$1 round program variant sum time line
  declare -A sums=()
  for ((round = 1; round <= rounds; round++)); do
    for program in "${programs[@]}"; do
      for variant in "${variants[@]}"; do
	line=${run[$program]//VARIANT/$variant}
	# shellcheck disable=SC2086
	read -r sum time < <(taskset -c "$cpu" $line) \
	  || { echo "bench-run: $line failed" >&2; exit 1; }
	if [ "$sum" != "${sums[$program]:=$sum}" ]; then
	  echo "bench-run: $line computes $sum, not ${sums[$program]}" >&2
	  exit 1
	fi
	echo "$group $program $variant ${base[$variant]} $time" >> "$out/times.tsv"
      done
    done
    echo "bench-run: $group, round $round of $rounds"
  done
  count_misses "$group"
}

# Branch misses of one run each, where the machine counts them.
count_misses ()
{
  local program variant line misses
  perf stat -x, -e branch-misses:u true 2>&1 | grep -q '^[0-9]' || {
    echo "bench-run: this machine has no counter of branch misses"
    return 0
  }
  for program in "${programs[@]}"; do
    for variant in "${variants[@]}"; do
      line=${run[$program]//VARIANT/$variant}
      # shellcheck disable=SC2086
      misses=$(taskset -c "$cpu" perf stat -x, -e branch-misses:u $line 2>&1 > /dev/null \
	| awk -F, '/branch-misses/ { print $1 }')
      echo "$1 $program $variant ${base[$variant]} $misses" >> "$out/misses.tsv"
    done
  done
}

# Lines of GROUP from an earlier run go.
forget ()
{
  local file
  for file in times sizes misses; do
    touch "$out/$file.tsv"
    sed -i "/^$1 /d" "$out/$file.tsv"
  done
}

# shellcheck source-path=SCRIPTDIR
. "$here/programs.sh"

# What was measured with what, for the report.
describe ()
{
  set_variants c
  echo "machine $(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1), $(nproc)" \
    "processors, Linux $(uname -r)"
  echo "date $(date -u +%Y-%m-%d)"
  echo "compiler $("$gcc" --version | head -n 1)"
  local clang
  for clang in "${clangs[@]}"; do
    ! command -v "$clang" > /dev/null || echo "compiler $("$clang" --version | head -n 1)"
  done
}

for part; do
  programs=()
  case $part in
    micro | cxx | programs)
      forget "$part"
      "build_$part"
      measure "$part" ;;
    report)
      describe > "$out/machine.txt"
      "$here/report.sh" "$out" ;;
    *)
      echo "bench-run: '$part' is none of micro, cxx, programs, report" >&2
      exit 2 ;;
  esac
done
