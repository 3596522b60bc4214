# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the runners of `make check-deep': spreads items over processes,
# shows a line of progress, and leaves results as runtest does.
#
#   parallel_start NAME DIRECTORY   results go to DIRECTORY/NAME.sum and .log;
#                                   DIRECTORY/NAME.work is for scratch files
#   parallel_run CHUNK COMMAND...   COMMAND ITEM... for all lines of standard
#                                   input, CHUNK items a time, JOBS processes
#   result STATUS TEXT              inside COMMAND: one result line
#   log_text                        inside COMMAND: standard input to the .log
#   parallel_scratch                inside COMMAND: a folder of its own is the present
#                                   one until the end, when it goes
#   parallel_finish                 writes the files and sums up; exit status 0
#                                   when nothing failed
#
# JOBS is the number of processes, by default that of the processors.

JOBS=${JOBS:-$(nproc)}

parallel_start ()
{
  parallel_name=$1
  parallel_directory=$2
  PARALLEL_WORK=$2/$1.work
  export PARALLEL_WORK
  rm -rf "$PARALLEL_WORK"
  mkdir -p "$PARALLEL_WORK/results"
  parallel_began=$SECONDS
}

# The results so far: how many, and how many failed.
parallel_count ()
{
  cat "$PARALLEL_WORK"/results/*.sum 2>/dev/null \
    | awk '/^(FAIL|XPASS|UNRESOLVED):/ { failed++ } END { print NR, failed + 0 }'
}

parallel_progress ()
{
  local interval=10 done_ failed
  [ -t 1 ] && interval=1
  while sleep $interval; do
    read -r done_ failed < <(parallel_count)
    if [ -t 1 ]; then
      printf '\r%s: %s results, %s failed, %s s ' "$parallel_name" "$done_" \
	"$failed" $((SECONDS - parallel_began))
    elif [ $((SECONDS - parallel_began)) -ge "${parallel_next:-60}" ]; then
      parallel_next=$((SECONDS - parallel_began + 60))
      printf '%s: %s results, %s failed, %s s\n' "$parallel_name" "$done_" \
	"$failed" $((SECONDS - parallel_began))
    fi
  done
}

parallel_run ()
{
  local chunk=$1 progress
  shift
  parallel_progress &
  progress=$!
  xargs -r -d '\n' -P "$JOBS" -n "$chunk" "$@"
  parallel_status=$?
  kill "$progress" 2>/dev/null
  wait "$progress" 2>/dev/null
  [ -t 1 ] && printf '\r%60s\r' ''
  [ $parallel_status = 0 ] \
    || echo "UNRESOLVED: $parallel_name: a process ended with $parallel_status" \
       >> "$PARALLEL_WORK/results/runner.sum"
}

result ()
{
  echo "$1: $2" >> "$PARALLEL_WORK/results/$$.sum"
}

log_text ()
{
  cat >> "$PARALLEL_WORK/results/$$.log"
}

parallel_scratch ()
{
  mkdir -p "$PARALLEL_WORK/$$" || exit 1
  cd "$PARALLEL_WORK/$$" || exit 1
  trap 'cd /; rm -rf "$PARALLEL_WORK/$$"' EXIT
}

parallel_finish ()
{
  local sum=$parallel_directory/$parallel_name.sum
  cat "$PARALLEL_WORK"/results/*.log > "${sum%.sum}.log" 2>/dev/null
  {
    cat "$PARALLEL_WORK"/results/*.sum 2>/dev/null | LC_ALL=C sort -t: -k2
    printf '\n\t\t=== kcfi Summary ===\n\n'
    cat "$PARALLEL_WORK"/results/*.sum 2>/dev/null | awk -F: '
      { count[$1]++ }
      END {
	split ("PASS FAIL XFAIL XPASS UNRESOLVED UNSUPPORTED", order, " ")
	text["PASS"] = "expected passes"
	text["FAIL"] = "unexpected failures"
	text["XFAIL"] = "expected failures"
	text["XPASS"] = "unexpected successes"
	text["UNRESOLVED"] = "unresolved testcases"
	text["UNSUPPORTED"] = "unsupported tests"
	for (i = 1; i in order; i++)
	  if (count[order[i]])
	    printf "# of %-25s %d\n", text[order[i]], count[order[i]]
      }'
  } > "$sum"
  printf '%s: %d s, results in %s\n' "$parallel_name" \
    $((SECONDS - parallel_began)) "$sum"
  sed -n '/=== kcfi Summary/,$ { /^#/p }' "$sum"
  ! grep -qE '^(FAIL|XPASS|ERROR|UNRESOLVED):' "$sum" \
    && grep -qE '^(PASS|XFAIL):' "$sum"
}
