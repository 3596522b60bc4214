#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# files-worker.sh FILE...  Compiles each FILE, a path in GCC's testsuite, first
# without the plugin, then with it.  Both must end in the same way and say the
# same, so also what is wrong in a file must be told in the same words: that
# nothing else is said is the check that the plugin neither stops the compiler
# nor finds faults of its own.  C++ files that say `dg-do run' become programs, which
# are run.
#
# Environment: set by files.sh.
set -u
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/../lib/parallel.sh"
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/test-options.sh"

read -r -a plugin <<< "$FILES_PLUGIN"
read -r -a run <<< "${FILES_RUN:-}"
scratch=$PARALLEL_WORK/$$
mkdir -p "$scratch"
cd "$scratch" || exit 1
trap 'cd /; rm -rf "$scratch"' EXIT

# What GCC's *.exp files give all tests of a folder.
folder_options ()
{
  case $1 in
    */goacc-gomp/*) echo -fopenmp -fopenacc ;;
    */gomp/*) echo -fopenmp ;;
    */goacc/*) echo -fopenacc ;;
    */tm/*) echo -fgnu-tm ;;
    */asan/*) echo -fsanitize=address ;;
    */tsan/*) echo -fsanitize=thread ;;
    */analyzer/*) echo -fanalyzer ;;
    */graphite/*) echo -fgraphite-identity ;;
    */vect/*) echo -O3 -fno-vect-cost-model ;;
    */guality/* | */debug/*) echo -g ;;
  esac
}

# Set options, sources and runs for FILE: -O2 unless it chooses a level.  Left out is
# what prints something else each time.
prepare ()
{
  local path=$FILES_SOURCES/$1 word words
  read -r -a words <<< "$(folder_options "$1") $(asked_standard "$path") \
    $(test_options "$path" | tr '\n' ' ')"
  sources=("$path")
  options=(-O2 -w)
  runs=false
  if [ "$FILES_LANGUAGE" = c++ ] && grep -q 'dg-do run' "$path"; then
    runs=true
    read -r -a others <<< "$(sed -n -E \
      's/.*dg-additional-sources *"?([^"}]*)"? *\}.*/\1/p' "$path" | tr '\n' ' ')"
    sources+=("${others[@]/#/${path%/*}/}")
  else
    options+=(-c)
  fi
  for word in "${words[@]}"; do
    case $word in
      # Times, sizes, addresses, what cc1 was called with, and dumps and the list of
      # passes, where the plugin is seen.
      -ftime-report* | -fmem-report* | -fopt-info* | -fdump-passes | \
	-fdump-*=std* | -Q | -v | -### | -wrapper*) ;;
      # A plugin of that test, which is not built.
      -fplugin*) ;;
      *) options+=("$word") ;;
    esac
  done
}

# compile NAME SECONDS ARGUMENT...: NAME.text, and in status and time how
# it ended and how many ms of processor time it took.  No process of it may
# take more than SECONDS.  By the clock a process of low priority may need a
# hundred times that; the timeout is for one that waits forever.
compile ()
{
  local name=$1 limit=$2 user system TIMEFORMAT='%3U %3S'
  shift 2
  {
    time (ulimit -c 0
	  ulimit -t "$limit"
	  LC_ALL=C TMPDIR=/tmp timeout $((limit * 20 + 1800)) \
	    "$FILES_CC" "$@" "${options[@]}" "${sources[@]}" \
	    -o "$name.made" > "$name.text" 2>&1 < /dev/null)
    status=$?
  } 2> "$name.time"
  # Objects that were linked have a name of their own each time.
  sed -i -E 's,/tmp/cc[A-Za-z0-9]{6}\.(o|ltrans),/tmp/cc.\1,g' "$name.text"
  read -r user system < <(tail -n 1 "$name.time")
  # 1.234 are 1234 ms; a number with a leading 0 would be octal.
  time=$((10#${user/./} + 10#${system/./}))
}

# Both said the same.  What the assembler finds wrong in either case, it finds at
# other lines.
same_messages ()
{
  cmp -s plain.text kcfi.text && return
  grep -q "$assembler" plain.text && grep -q "$assembler" kcfi.text \
    && cmp -s <(sed "/$assembler/d" plain.text) <(sed "/$assembler/d" kcfi.text)
}
assembler='^\/tmp\/cc[A-Za-z0-9]*\.s:\|^as: '

# run_program NAME: NAME.output, and in status how it ended.
run_program ()
{
  # In braces, or the shell reports the signal that ended the program.
  {
    (ulimit -c 0
     ulimit -t 60
     exec timeout 600 "${run[@]}" "./$1.made" > "$1.output" 2>&1 < /dev/null)
  } 2> /dev/null
  status=$?
}

# Both programs end in the same way and print the same.
compare_runs ()
{
  local name="run/$file" plain_status
  run_program plain
  plain_status=$status
  if [ "$status" -ge 124 ] && [ "$status" != 134 ]; then
    result UNSUPPORTED "$name (ends with $status without the plugin)"
    return
  fi
  run_program kcfi
  if [ "$status" != "$plain_status" ]; then
    verdict "ends with $status instead of $plain_status"
  elif cmp -s plain.output kcfi.output; then
    verdict
  elif cp plain.output first.output; run_program plain; ! cmp -s first.output plain.output
  then
    result UNSUPPORTED "$name (prints something else each time)"
  else
    verdict "prints something else"
  fi
}

# verdict [TEXT]: FILE is right, or TEXT is what is wrong with it, which may be
# what it is listed for.
verdict ()
{
  local expected
  expected=$(awk -F '\t+' -v name="$name" '"files/" $1 == name || $1 == name { print $2 }' \
	       "$FILES_EXPECTED")
  if [ $# = 0 ] && [ -n "$expected" ] && [ "$status" = 0 ]; then
    result XPASS "$name"
  elif [ $# = 0 ]; then
    # A listed file may be in error for a compiler of another machine.
    result PASS "$name"
  elif [ -n "$expected" ] \
       && { grep -qF -- "$expected" kcfi.text || [ "$1" = "$expected" ]; } \
       && ! grep -q 'internal compiler error' kcfi.text; then
    result XFAIL "$name ($1)"
  else
    result FAIL "$name ($1)"
    { echo "== $name: ${options[*]} ($1)"
      diff plain.text kcfi.text
      [ "${name%%/*}" != run ] || diff plain.output kcfi.output
    } | log_text
  fi
}

try ()
{
  local name="files/$file" plain_status plain_time limit others=()
  prepare "$file"
  rm -rf ./*
  compile plain 120
  plain_status=$status
  plain_time=$time
  if [ "$status" -ge 124 ] \
     || grep -q 'internal compiler error\|Killed\|time limit' plain.text
  then
    result UNSUPPORTED "$name (the compiler stops without the plugin)"
    return
  fi

  # The plugin reads what a function is declared with, and each statement once,
  # so nothing should take even twice as long.  Two seconds are for what a busy
  # machine does to a measurement; a walk that is worse than linear goes far
  # beyond both with some file (theme scale measures that finely).
  limit=$((plain_time * 3 + 2000))
  compile kcfi $((limit / 1000 + 1)) "${plugin[@]}"
  if [ "$time" -gt "$limit" ]; then
    verdict "$time ms instead of $plain_time"
  elif [ "$status" != "$plain_status" ]; then
    verdict "ends with $status instead of $plain_status"
  elif ! same_messages; then
    verdict "other messages"
  else
    verdict
  fi
  echo "$file $plain_time $time" >> "$PARALLEL_WORK/results/$$.times"

  $runs || return 0
  if [ "$plain_status" != 0 ]; then
    result UNSUPPORTED "run/$file (does not become a program without the plugin)"
  elif [ "$status" = 0 ]; then
    compare_runs
  fi
}

for file; do
  try
done
