#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What checking C++ costs: programs of virtual calls, and the compilation of headers.
# usage: bench-cxx.sh GCC OUTPUT PLUGIN [calls|compile]
#
# calls: virtual-calls.cc by g++ without the plugin and with virtual=off, name and class,
# and by clang++ with -flto, without and with -fsanitize=cfi-vcall.  Each number is
# relative to the same compiler without checks, in one run: instructions as valgrind
# counts them, and processor time, the median of ROUNDS runs of each in turn.
#
# compile: instructions of g++ -S for headers.cc, with each mode relative to without the
# plugin.
#
# Environment: CLANGXX (clang++-19), ROUNDS (9), MODES ("off name class"), CALLS (20000000),
# LEVELS ("-O0 -O2", of compile)
set -eu
gcc=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
plugin=$(realpath "$3")
what=${4:-all}
here=$(cd "$(dirname "$0")" && pwd)
gxx=${gcc/gcc/g++}
clangxx=${CLANGXX:-clang++-19}
rounds=${ROUNDS:-9}
calls=${CALLS:-20000000}
read -r -a modes <<< "${MODES:-off name class}"
read -r -a levels <<< "${LEVELS:--O0 -O2}"
names=(loop shapes tree visitor bases life)

# count_instructions COMMAND...: on standard output, of all its processes.  The tool is
# the one that does least besides.
count_instructions ()
{
  local log=$out/instructions.log
  valgrind --trace-children=yes --tool=exp-bbv --bb-out-file=/dev/null \
    --interval-size=2000000000 "$@" > "$out/output.log" 2> "$log" \
    || { echo "bench-cxx: $* failed, see $log" >&2; return 1; }
  sed -nE 's/.*Total instructions: +([0-9]+).*/\1/p' "$log" \
    | awk '{ sum += $1 } END { printf "%d\n", sum }'
}

# ratio A B
ratio ()
{
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'
}

median ()
{
  sort -g | awk '{ v[NR] = $1 } END { print v[int ((NR + 1) / 2)] }'
}

# Each variant: a program OUT/calls-VARIANT, compared with that of base[VARIANT].
variants=(plain)
declare -A base=([plain]=plain)
build_programs ()
{
  local mode
  "$gxx" -O2 "$here/virtual-calls.cc" -o "$out/calls-plain"
  for mode in "${modes[@]}"; do
    "$gxx" -O2 "-fplugin=$plugin" "-fplugin-arg-kcfi-virtual=$mode" \
      "$here/virtual-calls.cc" -o "$out/calls-$mode"
    variants+=("$mode")
    base[$mode]=plain
  done
  if ! command -v "$clangxx" > /dev/null; then
    echo "bench-cxx: no $clangxx: nothing of Clang"
    return
  fi
  local lto=(-O2 -flto -fuse-ld=lld -fvisibility=hidden)
  "$clangxx" "${lto[@]}" "$here/virtual-calls.cc" -o "$out/calls-clang"
  "$clangxx" "${lto[@]}" -fsanitize=cfi-vcall "$here/virtual-calls.cc" \
    -o "$out/calls-cfi-vcall"
  variants+=(clang cfi-vcall)
  base[clang]=clang
  base[cfi-vcall]=clang
}

# run VARIANT NAME CALLS: the nanoseconds of a call.
run ()
{
  local sum nanoseconds
  read -r sum nanoseconds < <("$out/calls-$1" "$2" "$3")
  [ "$sum" = "${sums[$2]:=$sum}" ] || { echo "bench-cxx: $1 $2 computes $sum" >&2
				       exit 1; }
  echo "$nanoseconds"
}

bench_calls ()
{
  local variant name round
  declare -A sums instructions times
  build_programs
  for name in "${names[@]}"; do
    for variant in "${variants[@]}"; do
      # What starting costs is left out.
      instructions[$variant]=$(($(count_instructions "$out/calls-$variant" "$name" 1200000) \
	- $(count_instructions "$out/calls-$variant" "$name" 600000)))
      : > "$out/times-$variant-$name"
    done
    for ((round = 0; round < rounds; round++)); do
      for variant in "${variants[@]}"; do
	run "$variant" "$name" "$calls" >> "$out/times-$variant-$name"
      done
    done
    for variant in "${variants[@]}"; do
      times[$variant]=$(median < "$out/times-$variant-$name")
    done
    for variant in "${variants[@]}"; do
      echo "$name $variant: instructions" \
	"$(ratio "${instructions[$variant]}" "${instructions[${base[$variant]}]}")" \
	"($(ratio "${instructions[$variant]}" 600000) a call), time" \
	"$(ratio "${times[$variant]}" "${times[${base[$variant]}]}")" \
	"(${times[$variant]} ns)"
    done
  done
  size "${variants[@]/#/$out/calls-}"
}

bench_compile ()
{
  local level mode without with
  # The collector would run at another place, or once more.
  local command=("$gxx" -S -w -std=gnu++17 --param ggc-min-heapsize=1000000
		 --param ggc-min-expand=1000 "$here/headers.cc" -o "$out/headers.s")
  for level in "${levels[@]}"; do
    without=$(count_instructions "${command[@]}" "$level")
    echo "headers $level without the plugin: $without instructions"
    for mode in "${modes[@]}"; do
      with=$(count_instructions "${command[@]}" "$level" "-fplugin=$plugin" \
	"-fplugin-arg-kcfi-virtual=$mode")
      echo "headers $level virtual=$mode: $(ratio "$with" "$without")"
    done
  done
}

[ "$what" = compile ] || bench_calls
[ "$what" = calls ] || bench_compile
