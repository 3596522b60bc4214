#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# files.sh OUTPUT COMPILER PLUGIN  compiles each file of GCC's gcc.dg,
# gcc.target/MACHINE and c-c++-common with and without the plugin: what GCC says
# must be the same, and the plugin must not take long.  With FILES_LANGUAGE=c++ the
# files are those of g++.dg, g++.old-deja and g++.target/MACHINE, and what is made
# to be run must also end in the same way and print the same.  With FILES_IDS=CLANG
# the ids of all C++ functions that CLANG compiles too are compared instead.
# Results: OUTPUT/NAME.sum, .log, and .times, lines of `FILE PLAIN KCFI': the
# compiler's processor time in ms (doc/testing-deep.md).
#
# Environment:
#   FILES_LANGUAGE  c (the default) or c++; COMPILER is GCC's driver for C in both
#   FILES_EXTRA     further arguments for the compilation with the plugin, such as
#                   -fplugin-arg-kcfi-virtual=name
#   FILES_RUN       emulator for programs of another machine
#   NAME       of the results, default `gcc-files'
#   TESTS      patterns of files, default everything
#   EVERY      take each EVERYth file only: those of the number SEED, default 0
#   SHUFFLE=1  in an order that SEED decides, so that a run that is stopped has
#              tried files of all kinds
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
FILES_LANGUAGE=${FILES_LANGUAGE:-c}
FILES_PLUGIN=-fplugin=$(realpath "$3") || exit 1
FILES_PLUGIN+=" ${FILES_EXTRA:-}"
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

# What is tried, what its names end with, and what it includes from elsewhere.
case $FILES_LANGUAGE in
  c)
    FILES_CC=$2
    FILES_SOURCES=$output/gcc-$major-files
    FILES_EXPECTED=$here/files-expected
    folders=(gcc.dg "gcc.target/$machine" c-c++-common)
    others=(gcc.c-torture)
    ending=.c ;;
  c++)
    # shellcheck disable=SC2001 # the last `gcc' of the name
    FILES_CC=$(sed 's/\(.*\)gcc/\1g++/' <<< "$2")
    FILES_SOURCES=$output/g++-$major-files
    FILES_EXPECTED=$here/cxx-files-expected
    folders=(g++.dg g++.old-deja "g++.target/$machine")
    others=(c-c++-common gcc.dg gcc.c-torture "gcc.target/$machine")
    ending=.C ;;
  *) echo "files.sh: no language \"$FILES_LANGUAGE\": c or c++" >&2
     exit 2 ;;
esac
"$FILES_CC" --version > /dev/null \
  || { echo "files.sh: no compiler \"$FILES_CC\"" >&2; exit 1; }
"$here/sources.sh" "$FILES_SOURCES" "$major" "${folders[@]}" "${others[@]}" || exit 1
# What is done with them.
if [ -n "${FILES_IDS:-}" ]; then
  worker=$here/cxx-ids-worker.sh
  FILES_EXPECTED=$here/cxx-ids-differences
  added=cxx-ids-library.cc
else
  worker=$here/files-worker.sh
  added=
fi
export FILES_IDS FILES_SOURCES FILES_CC FILES_PLUGIN FILES_EXPECTED FILES_LANGUAGE FILES_RUN \
  TORTURE_ARCHITECTURE

files ()
{
  cd "$FILES_SOURCES" || exit 1
  # shellcheck disable=SC2086
  find ${TESTS:-"${folders[@]}"} -name "*$ending" | LC_ALL=C sort \
    | awk -v every="${EVERY:-1}" -v seed="${SEED:-0}" 'NR % every == seed % every' \
    | put_in_order
}

# A source of bytes that only SEED decides.
put_in_order ()
{
  if [ "${SHUFFLE:-0}" = 1 ]; then
    shuf --random-source=<(yes "${SEED:-0}")
  else
    cat
  fi
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

name=${NAME:-gcc-files}
[ -z "${SEED:-}" ] || echo "$name: seed $SEED, one of ${EVERY:-1} files"
parallel_start "$name" "$output"
{ files; [ -z "$added" ] || echo "$added"; } | parallel_run 40 "$worker"
cat "$PARALLEL_WORK"/results/*.compared 2>/dev/null | awk -v name="$name" '
  { sum += $2 } END { if (NR) printf "%s: %d ids compared\n", name, sum }'
times=$output/$parallel_name.times
cat "$PARALLEL_WORK"/results/*.times 2>/dev/null | LC_ALL=C sort > "$times"
[ ! -s "$times" ] || report_times "$times"
parallel_finish
