#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the plugin costs on kernel code, as ratios in one run.
#
#   bench.sh [--tree=6.1] [--config=plain] [--files=200] [--rounds=3]
#            [--compiler=kcfi] [--no-clang] [--instructions[=FILES]]
#
# Compiles FILES files of a built kernel by their own command lines, with and
# without the plugin, one after the other so that the machine's moods hit both,
# ROUNDS times; the median of the rounds counts for each file.  Prints the
# ratios of user time (and user plus system time) and of peak memory, and that
# of the size of the code with and without, next to clang-19's own on the same
# files.  COMPILER may also be clang-N: then its own flag is switched.
#
# --instructions counts those that driver, compiler and assembler execute, under
# valgrind, for FILES (default: 10) of the files, and nothing else: a machine
# with other work has no part in that number.  A minute or two a file.

# shellcheck source-path=SCRIPTDIR/.. source=build.sh
. "$(dirname "$0")/../build.sh"

tree=6.1
config=plain
wanted=200
rounds=3
compiler=kcfi
clang=true
instructions=0
command=()
for argument; do
  case $argument in
    --tree=*) tree=${argument#*=} ;;
    --config=*) config=${argument#*=} ;;
    --files=*) wanted=${argument#*=} ;;
    --rounds=*) rounds=${argument#*=} ;;
    --compiler=*) compiler=${argument#*=} ;;
    --no-clang) clang=false ;;
    --instructions) instructions=10 ;;
    --instructions=*) instructions=${argument#*=} ;;
    *) usage ;;
  esac
done

# checked_objects: objects of the present row that kbuild compiled from C with
# the KCFI flag.
checked_objects ()
{
  (
    cd "$objects" || exit
    find . -name '.*.o.cmd' -exec grep -lE '^[a-z]*cmd_.* -fsanitize=kcfi .*\.c( |$)' {} + \
      | sed 's|^\./||; s|\.\([^/]*\)\.cmd$|\1|' | LC_ALL=C sort
  )
}

# compile_command OBJECT: sets command to the words that compile OBJECT of the
# present row into scratch.o, without dependency file and without objtool.
compile_command ()
{
  local line
  line=$(sed -n '1s/^[a-z]*cmd_[^ ]* := //p' \
    "$objects/${1%/*}/.${1##*/}.cmd")
  line=${line%% ; *}
  line=${line//\\#/#}
  line=${line//-Wp,-MMD,+([^ ])/}
  line=${line/ -o $1 / -o $scratch }
  eval "command=($line)"
}
shopt -s extglob

# without_kcfi: sets plain to the command with the flag and the driver taken
# out, as if there were no plugin.
without_kcfi ()
{
  local word
  plain=()
  for word in "${command[@]}"; do
    [ "$word" = -fsanitize=kcfi ] || plain+=("$word")
  done
  [ "$compiler" != kcfi ] || plain[0]=$KCFI_GCC
}

# measure NAME WORD...: a line "OBJECT NAME USER SYSTEM MEMORY".
measure ()
{
  local used
  used=$(cd "$objects" && "$out/run-measured" "${@:2}") \
    || die "cannot compile $object: ${*:2}"
  echo "$object $1 $used" >> "$results"
}

# count_instructions NAME WORD...: a line "OBJECT NAME COUNT".
count_instructions ()
{
  local log=$folder/valgrind.log used
  (cd "$objects" && valgrind --tool=cachegrind --cache-sim=no \
    --cachegrind-out-file=/dev/null --trace-children=yes "${@:2}") 2> "$log" \
    || die "cannot compile $object: see $log"
  used=$(sed -n 's/,//g; s/.* I *refs: *//p' "$log" \
    | awk '{ sum += $1 } END { printf "%.0f", sum }')
  echo "$object $1 $used" | tee -a "$results"
}

# instruction_ratio FILE: of lines of count_instructions.
instruction_ratio ()
{
  awk '
    { sum[$2] += $3; of[$1, $2] = $3; seen[$1]++ }
    seen[$1] == 2 {
      ratio = of[$1, "with"] / of[$1, "without"]
      if (!n++ || ratio < least) least = ratio
      if (ratio > most) most = ratio
    }
    END { printf "instructions with / without:       %.0f / %.0f million = %.4f (%d files, %.4f to %.4f)\n",
          sum["with"] / 1e6, sum["without"] / 1e6, sum["with"] / sum["without"],
          n, least, most }' "$1"
}

# text_sizes FILE: lines "OBJECT with|without BYTES" for the listed objects.
text_sizes ()
{
  while read -r object; do
    compile_command "$object"
    without_kcfi
    (cd "$objects" && "${command[@]}" 2> /dev/null) \
      || die "cannot compile $object"
    echo "$object with $("$out/kernel-elf" text "$scratch")"
    (cd "$objects" && "${plain[@]}" 2> /dev/null) \
      || die "cannot compile $object"
    echo "$object without $("$out/kernel-elf" text "$scratch")"
  done < "$1"
}

text_ratio ()
{
  awk '{ sum[$2] += $3 }
    END { printf "%d / %d bytes = %.4f\n", sum["with"], sum["without"],
          sum["with"] / sum["without"] }' "$1"
}

build_tool elf/kernel-elf
build_tool bench/run-measured
prepare_row "$tree" x86_64 "$config" "$compiler"
build_row || exit 1
results=$folder/bench.txt
list=$folder/bench-files.txt
scratch=$folder/scratch.o
: > "$results"
if [ "$instructions" -gt 0 ]; then
  need_packages valgrind
  wanted=$instructions
fi

# Every n-th of all.
checked_objects | awk -v want="$wanted" '
  { line[NR] = $0 }
  END {
    if (want > NR) want = NR
    for (i = 0; i < want; i++)
      print line[int (i * NR / want) + 1]
  }' > "$list"
[ -s "$list" ] || die "no objects with -fsanitize=kcfi in $objects"
if [ "$instructions" -gt 0 ]; then
  while read -r object; do
    compile_command "$object"
    without_kcfi
    count_instructions with "${command[@]}"
    count_instructions without "${plain[@]}"
  done < "$list"
  instruction_ratio "$results" | tee "$folder/bench.log"
  exit
fi
say "measuring $(wc -l < "$list") files, $rounds rounds"

for ((round = 1; round <= rounds; round++)); do
  while read -r object; do
    compile_command "$object"
    without_kcfi
    if [ $((round % 2)) = 1 ]; then
      measure with "${command[@]}"
      measure without "${plain[@]}"
    else
      measure without "${plain[@]}"
      measure with "${command[@]}"
    fi
  done < "$list"
  say "  ... round $round done"
done

# Median by file and variant of each quantity, then the sum over the files.
sort -k1,2 "$results" | awk '
  function median(list, n,    i, j, swap) {
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && list[j - 1] > list[j]; j--) {
        swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap
      }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  }
  function close_group() {
    if (n) {
      user[variant] += median(u, n)
      cpu[variant] += median(c, n)
      memory[variant] += median(m, n)
      groups[variant]++
    }
    n = 0
  }
  $1 != object || $2 != variant { close_group(); object = $1; variant = $2 }
  { n++; u[n] = $3; c[n] = $3 + $4; m[n] = $5 }
  END {
    close_group()
    printf "user time with / without:          %.2f s / %.2f s = %.4f\n",
      user["with"] / 1e6, user["without"] / 1e6,
      user["with"] / user["without"]
    printf "user+system time with / without:   %.2f s / %.2f s = %.4f\n",
      cpu["with"] / 1e6, cpu["without"] / 1e6, cpu["with"] / cpu["without"]
    printf "peak memory with / without (mean): %.1f MB / %.1f MB = %.4f\n",
      memory["with"] / groups["with"] / 1024, memory["without"] / groups["without"] / 1024,
      memory["with"] / memory["without"]
  }' | tee "$folder/bench.log"

say "measuring code sizes"
text_sizes "$list" > "$folder/bench-text.txt"
{
  printf 'code with / without, %s: ' "$cc_tag"
  text_ratio "$folder/bench-text.txt"
} | tee -a "$folder/bench.log"
if $clang; then
  log=$folder/bench.log
  compiler="clang-19"
  prepare_row "$tree" x86_64 "$config" clang-19
  say "compiling the same files with clang-19"
  mapfile -t targets < "$list"
  run_make "$folder/build.log" "${targets[@]}" || die "see $folder/build.log"
  scratch=$folder/scratch.o
  text_sizes "$list" > "$folder/bench-text.txt"
  {
    printf 'code with / without, %s: ' "$cc_tag"
    text_ratio "$folder/bench-text.txt"
  } | tee -a "$log"
fi
