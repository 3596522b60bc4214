#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# files.sh OUTPUT COMPILER PLUGIN  compiles each file of GCC's gcc.dg,
# gcc.target/MACHINE and c-c++-common with and without the plugin: what GCC says
# must be the same, and the plugin must not take long.
# Results: OUTPUT/NAME.sum, .log, and .times, lines of `FILE PLAIN KCFI': the
# compiler's processor time in ms (doc/testing-deep.md).
#
# Environment:
#   NAME       of the results, default `gcc-files'
#   TESTS      patterns of files, default everything
#   EVERY      take each EVERYth file only, always the same ones
#   SOURCES    the major version whose files these are, default the compiler's
#              own if /usr/src has them, otherwise 12
#   JOBS       processes
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../lib/parallel.sh"

[ $# = 3 ] || { echo "usage: files.sh OUTPUT COMPILER PLUGIN" >&2; exit 2; }
mkdir -p "$1"
output=$(cd "$1" && pwd)
FILES_CC=$2
FILES_PLUGIN=-fplugin=$(realpath "$3") || exit 1
FILES_EXPECTED=$here/files-expected
TORTURE_ARCHITECTURE=$("$2" -dumpmachine | cut -d- -f1)
major=$("$2" -dumpversion | cut -d. -f1)
[ -e "/usr/src/gcc-$major" ] || major=12
major=${SOURCES:-$major}

# What GCC calls the folder of a machine.
case $TORTURE_ARCHITECTURE in
  x86_64 | i?86) machine=i386 ;;
  powerpc* | riscv* | mips* | arm*)
    machine=$(sed -E 's/^(powerpc|riscv|mips|arm).*/\1/' \
		<<< "$TORTURE_ARCHITECTURE") ;;
  s390*) machine=s390 ;;
  *) machine=$TORTURE_ARCHITECTURE ;;
esac
FILES_SOURCES=$output/gcc-$major-files
# Some of them include others of gcc.c-torture.
"$here/sources.sh" "$FILES_SOURCES" "$major" gcc.dg "gcc.target/$machine" \
  c-c++-common gcc.c-torture || exit 1
export FILES_SOURCES FILES_CC FILES_PLUGIN FILES_EXPECTED TORTURE_ARCHITECTURE

files ()
{
  cd "$FILES_SOURCES" || exit 1
  # shellcheck disable=SC2086
  find ${TESTS:-gcc.dg gcc.target c-c++-common} -name '*.c' | LC_ALL=C sort \
    | awk -v every="${EVERY:-1}" 'NR % every == 0'
}

# What all of it took, and what became slowest: in relation among what takes
# long enough to be measured, and in time.
report_times ()
{
  awk -v name="$parallel_name" '
    { plain += $2; kcfi += $3 }
    $2 >= 200 && $3 / $2 > ratio { ratio = $3 / $2; relation = $0 }
    $3 - $2 > most { most = $3 - $2; longest = $0 }
    END {
      printf "%s: %d files, %.0f s without the plugin, %.0f s with it\n",
	name, NR, plain / 1000, kcfi / 1000
      printf "%s: slowest in relation, of those above 200 ms: %s ms (%.2f)\n",
	name, relation, ratio
      printf "%s: slowest: %s ms\n", name, longest
    }' "$1"
}

parallel_start "${NAME:-gcc-files}" "$output"
files | parallel_run 40 "$here/files-worker.sh"
times=$output/$parallel_name.times
cat "$PARALLEL_WORK"/results/*.times 2>/dev/null | LC_ALL=C sort > "$times"
[ ! -s "$times" ] || report_times "$times"
parallel_finish
