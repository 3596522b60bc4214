#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# types.sh OUTPUT COMPILER PLUGIN  random function types: the ids of the plugin
# against those of Clang.  Results: OUTPUT/NAME.sum and .log.
#
# Environment:
#   TYPES         how many types at least, default 20000
#   SEED          of the first file, default the time; the next files have the
#                 next numbers
#   FILES         number of files, instead of TYPES: FILES=1 SEED=N tries one
#   TYPES_CLANG   the reference, default clang-19; it reads standard input.
#                 With Clang 22 all four variants are compared
#   NAME, JOBS
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../random.sh"

[ $# = 3 ] || { echo "usage: types.sh OUTPUT COMPILER PLUGIN" >&2; exit 2; }
prepare_output types type-gen "$1"
TYPES_TOOLS=$output
TYPES_CC=$2
TYPES_PLUGIN=$(realpath "$3") || exit 1
TYPES_COUNT=500
TYPES_CLANG=${TYPES_CLANG:-clang-19}
TYPES_CLANG_MAJOR=$(clang_major types "$TYPES_CLANG") || exit 1
# The reference compiles for the same machine.
triplet=$("$TYPES_CC" -dumpmachine)
TYPES_MACHINE=${triplet%%-*}
[ "$TYPES_MACHINE" = "$(uname -m)" ] || TYPES_CLANG+=" --target=$triplet"
export TYPES_MACHINE TYPES_TOOLS TYPES_CC TYPES_PLUGIN TYPES_COUNT TYPES_CLANG \
  TYPES_CLANG_MAJOR

seed=${SEED:-$(date +%s)}
files=${FILES:-$(((${TYPES:-20000} + TYPES_COUNT - 1) / TYPES_COUNT))}
echo "types: seed $seed, $files files of $TYPES_COUNT types," \
  "against $TYPES_CLANG"
parallel_start "${NAME:=types}" "$output"
seq "$seed" $((seed + files - 1)) | parallel_run 8 "$here/types-worker.sh"
print_compared "$NAME"
parallel_finish
