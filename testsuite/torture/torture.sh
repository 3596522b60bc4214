#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# torture.sh OUTPUT COMPILER PLUGIN [LEVELS]  GCC's C torture tests with and
# without the plugin: none may get worse.  LEVELS are separated by `;' and
# default to all.  Results: OUTPUT/NAME.sum and .log (doc/testing-deep.md).
#
# Environment:
#   NAME            of the results, default `torture'
#   TESTS           patterns of tests, default everything
#   EVERY           take each EVERYth test only
#   ROTATE=1        each test at one level, in turn, instead of at all
#   TORTURE_RUN     emulator for programs of another machine
#   TORTURE_EXTRA   further options for both compilations
#   TORTURE_REPRODUCE=1  compile each twice, the objects must be equal
#   JOBS            processes
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../lib/parallel.sh"

[ $# -ge 3 ] || { echo "usage: torture.sh OUTPUT COMPILER PLUGIN [LEVELS]" >&2
		  exit 2; }
mkdir -p "$1"
output=$(cd "$1" && pwd)
compiler=$2
levels=${4:--O0;-O1;-O2;-O3;-Os;-O2 -flto;-O2 -g}
"$here/sources.sh" "$output/gcc.c-torture" 12 gcc.c-torture || exit 1
TORTURE_SOURCES=$output/gcc.c-torture/gcc.c-torture
TORTURE_CC="$compiler ${TORTURE_EXTRA:-}"
TORTURE_PLUGIN=-fplugin=$(realpath "$3") || exit 1
TORTURE_EXPECTED=$here/expected
TORTURE_ARCHITECTURE=$("$compiler" -dumpmachine | cut -d- -f1)
export TORTURE_SOURCES TORTURE_CC TORTURE_PLUGIN TORTURE_EXPECTED \
  TORTURE_ARCHITECTURE TORTURE_RUN TORTURE_REPRODUCE

# shellcheck disable=SC2086
tests ()
{
  cd "$TORTURE_SOURCES" || exit 1
  printf '%s\n' ${TESTS:-execute/*.c execute/ieee/*.c execute/builtins/*.c compile/*.c \
	      unsorted/*.c} \
    | grep -v -- '-lib\.c$' | awk -v every="${EVERY:-1}" 'NR % every == 0'
}

parallel_start "${NAME:-torture}" "$output"
tests | awk -v levels="$levels" -v rotate="${ROTATE:-0}" '
  BEGIN { count = split (levels, level, ";") }
  rotate { print $0 " " level[NR % count + 1]; next }
  { for (i = 1; i <= count; i++) print $0 " " level[i] }
' | parallel_run 8 "$here/worker.sh"
parallel_finish
