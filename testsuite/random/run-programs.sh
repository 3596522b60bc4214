# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the workers that try programs in a scratch folder: what `expected.out'
# has is what ./plugin, made with the plugin, must print.  `run' is an emulator's
# command, or nothing.
#
#   run_program OUTPUT COMMAND...  leaves the exit status in its last line
#   judge_output NAME COMMAND...   what differs is tried without the plugin: COMMAND
#                                  makes ./plain.  False after a result
#   judge_forged NAME WHAT         with an argument ./plugin tries to be attacked, and
#                                  ends well if that was stopped.  False after a result
#   failure NAME FILE              a result, and the begin of FILE in the log
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/../lib/parallel.sh"

run_program ()
{
  local output=$1
  shift
  {
    (ulimit -c 0
     ulimit -s 65536
     exec timeout 20 "${run[@]}" "$@" > "$output" 2>&1 < /dev/null)
    echo "exit status $?" >> "$output"
  } 2> /dev/null
}

failure ()
{
  result FAIL "$1"
  { echo "== $1"; head -c 3000 "$2"; } | log_text
}

judge_output ()
{
  local name=$1
  shift
  run_program plugin.out ./plugin
  ! cmp -s expected.out plugin.out || return 0
  diff expected.out plugin.out > plugin.diff
  if "$@"; then
    run_program plain.out ./plain
    if cmp -s plain.out plugin.out; then
      result UNSUPPORTED "$name: differs from -O0 without the plugin as well"
      return 1
    fi
  fi
  failure "$name: output" plugin.diff
  return 1
}

judge_forged ()
{
  run_program forged.out ./plugin forge
  [ "$(tail -n 1 forged.out)" != "exit status 0" ] || return 0
  failure "$1: $2" forged.out
  return 1
}
