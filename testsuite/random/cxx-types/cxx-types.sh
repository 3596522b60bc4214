#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cxx-types.sh OUTPUT  random C++ function types: what the id library's re-mangler
# makes of Clang's names, against the ids of Clang.  No GCC has a part in it.
# Results: OUTPUT/NAME.sum and .log.
#
# Environment:
#   CXX_TYPES        how many types at least, default 5000
#   SEED             of the first file, default the time; the next files have the
#                    next numbers
#   FILES            number of files, instead of CXX_TYPES: FILES=1 SEED=N tries one
#   CXX_TYPES_CLANG  the reference, default clang++-19.  Clang 22 and later
#                    generalizes pointers too
#   NAME, JOBS
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../../lib/parallel.sh"

[ $# = 1 ] || { echo "usage: cxx-types.sh OUTPUT" >&2; exit 2; }
mkdir -p "$1"
output=$(cd "$1" && pwd)
CXX_TYPES_TOOLS=$output
CXX_TYPES_COUNT=500
CXX_TYPES_CLANG=${CXX_TYPES_CLANG:-clang++-19}
CXX_TYPES_CLANG_MAJOR=$($CXX_TYPES_CLANG -dumpversion | cut -d. -f1)
export CXX_TYPES_TOOLS CXX_TYPES_COUNT CXX_TYPES_CLANG CXX_TYPES_CLANG_MAJOR
[ -n "$CXX_TYPES_CLANG_MAJOR" ] \
  || { echo "cxx-types: no compiler \"$CXX_TYPES_CLANG\"" >&2; exit 1; }
[ -x "$output/check-remangled" ] \
  || { echo "cxx-types: build the generators first" >&2; exit 1; }

seed=${SEED:-$(date +%s)}
files=${FILES:-$(((${CXX_TYPES:-5000} + CXX_TYPES_COUNT - 1) / CXX_TYPES_COUNT))}
echo "cxx-types: seed $seed, $files files of $CXX_TYPES_COUNT types," \
  "against $CXX_TYPES_CLANG"
parallel_start "${NAME:-cxx-types}" "$output"
seq "$seed" $((seed + files - 1)) | parallel_run 4 "$here/cxx-types-worker.sh"
cat "$PARALLEL_WORK"/compared.* 2>/dev/null \
  | awk '{ sum += $1 } END { print "cxx-types: " sum + 0 " strings compared" }'
parallel_finish
