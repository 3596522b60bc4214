# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the runners in the folders here, which try random files against a
# compiler:
#
#   prepare_output NAME GENERATOR FOLDER   sets `output' to FOLDER, for the results
#                                          of NAME; GENERATOR must be there
#   join_lines                             the lines of standard input, with `;'
#                                          between them
#   clang_major NAME COMMAND               its major version
#   print_compared NAME                    how many the workers have compared, the
#                                          numbers in PARALLEL_WORK/compared.*
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/../lib/parallel.sh"

prepare_output ()
{
  mkdir -p "$3"
  # shellcheck disable=SC2034 # the runner's
  output=$(cd "$3" && pwd)
  [ -x "$output/$2" ] || { echo "$1: build the generators first" >&2; exit 1; }
}

join_lines ()
{
  paste -s -d ';'
}

clang_major ()
{
  # shellcheck disable=SC2086 # a command with its options
  $2 -dumpversion | cut -d. -f1 | grep . \
    || { echo "$1: no compiler \"$2\"" >&2; return 1; }
}

print_compared ()
{
  cat "$PARALLEL_WORK"/compared.* 2>/dev/null \
    | awk -v name="$1" '{ sum += $1 } END { print name ": " sum + 0 " compared" }'
}
