#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mutants.sh OUTPUT COMPILER  Tests of the tests: takes one safeguard out of the
# plugin at a time, as `list' says, builds it and expects the named tests to fail.
# A mutant that they let pass is a failure here.  Results: OUTPUT/mutants.sum.
#
# mutants.sh places  Only sees whether each safeguard of `list' is where it says,
# once, and whether its tests have themes; exit status 1 if not.
#
# Environment: MUTANTS, a pattern of names, default all.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../lib/parallel.sh"

# At the one line of $file that has the text $from?
placed ()
{
  [ "$(grep -cF -- "$from" "$1/$file")" = 1 ]
}

# Records of `key: value' lines, separated by empty lines: COMMAND for each.
each_mutant ()
{
  name='' file='' from='' to='' tests='' why='' compiler=$default_compiler
  while IFS= read -r line || [ -n "$name" ]; do
    case $line in
      \#*) ;;
      "")
	# shellcheck disable=SC2254
	case $name in
	  "") ;;
	  ${MUTANTS:-*}) "$@" ;;
	esac
	name='' file='' from='' to='' tests='' why='' compiler=$default_compiler ;;
      name:\ *) name=${line#*: } ;;
      file:\ *) file=${line#*: } ;;
      from:\ *) from=${line#*: } ;;
      to:\ *) to=${line#*: } ;;
      why:\ *) why=${line#*: } ;;
      tests:\ *) tests=${line#*: } ;;
      compiler:\ *) compiler=${line#*: } ;;
      *) echo "mutants: cannot read \"$line\"" >&2; exit 1 ;;
    esac
  done < "$here/list"
}

report_lost ()
{
  local test
  if ! placed "$top"; then
    echo "mutants: $name: not one line of $file has: $from" >&2
    lost=1
  fi
  # THEME or THEME/PATTERN, as THEMES takes them.
  for test in $tests; do
    if [[ $test == */*/* ]] || [ ! -d "$top/testsuite/${test%%/*}" ]; then
      echo "mutants: $name: $test is no theme, nor a test of one" >&2
      lost=1
    fi
  done
}

default_compiler=${2:-}
if [ "${1:-}" = places ]; then
  lost=0
  each_mutant report_lost
  exit $lost
fi

[ $# = 2 ] || { echo "usage: mutants.sh OUTPUT COMPILER" >&2; exit 2; }
mkdir -p "$1"
output=$(cd "$1" && pwd)
parallel_start mutants "$output"
tree=$PARALLEL_WORK/tree
log=$PARALLEL_WORK/log
mkdir -p "$tree"
(cd "$top" && tar -c LICENSE Makefile README.md doc gimple plugin rtl testsuite tools) \
  | tar -x -C "$tree" || exit 1

# suite COMPILER TESTS: the last line, "N passed, M failed", or nothing.
suite ()
{
  make -C "$tree" --no-print-directory check GCC="$1" THEMES="$2" > "$log" 2>&1
  grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1
}

# True if the plugin still compiles a function: tests that fail because nothing
# works any more show nothing.
works ()
{
  local folder
  folder=$tree/build/$("$1" -dumpmachine)-$("$1" -dumpversion | cut -d. -f1)
  echo "int f (int x) { return x; }" \
    | "$1" "-fplugin=$folder/kcfi.so" -O2 -x c -S -o /dev/null - >> "$log" 2>&1
}

# Take the safeguard out: the text FROM, which must be there once, becomes TO.
mutate ()
{
  placed "$tree" || return 1
  FROM=$from TO=$to awk '{
    place = index ($0, ENVIRON["FROM"])
    if (place)
      $0 = substr ($0, 1, place - 1) ENVIRON["TO"] \
	substr ($0, place + length (ENVIRON["FROM"]))
    print
  }' "$top/$file" > "$tree/$file"
}

try ()
{
  local before after
  before=$(suite "$compiler" "$tests")
  if [[ "$before" != *", 0 failed" ]] || [[ "$before" == "0 passed"* ]]; then
    result UNRESOLVED "mutant $name: its tests do not pass as it is: $before"
    log_text < "$log"
    return
  fi
  if ! mutate; then
    result UNRESOLVED "mutant $name: not one line of $file has: $from"
    return
  fi
  after=$(suite "$compiler" "$tests")
  cp -p "$top/$file" "$tree/$file"
  touch "$tree/$file"
  if [ -n "$after" ] && ! works "$compiler"; then
    result UNRESOLVED "mutant $name: compiles nothing"
    log_text < "$log"
  elif [ -z "$after" ]; then
    result UNRESOLVED "mutant $name: is not built"
    log_text < "$log"
  elif [[ "$after" == *", 0 failed" ]]; then
    result FAIL "mutant $name: $tests pass without: $why"
  else
    result PASS "mutant $name: $after"
  fi
}

try_named ()
{
  echo "mutants: $name"
  try
}
each_mutant try_named
parallel_finish
