#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cxx-types.sh OUTPUT [COMPILER PLUGIN]  random C++ function types: what the id library's
# re-mangler makes of Clang's names, against the ids of Clang.  No GCC has a part in it.
# With COMPILER, GCC's driver for C, the ids that PLUGIN makes of such types, against
# Clang's.  Results: OUTPUT/NAME.sum and .log.
#
# Environment:
#   CXX_TYPES        how many types at least, default 5000; with the plugin, how many ids:
#                    each file is compiled with normalized integers too
#   SEED             of the first file, default the time; the next files have the
#                    next numbers
#   FILES            number of files, instead of CXX_TYPES: FILES=1 SEED=N tries one
#   CXX_TYPES_CLANG  the reference, default clang++-19.  Clang 22 and later
#                    generalizes pointers too
#   NAME, JOBS
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../random.sh"

[ $# = 1 ] || [ $# = 3 ] \
  || { echo "usage: cxx-types.sh OUTPUT [COMPILER PLUGIN]" >&2; exit 2; }
prepare_output cxx-types cxx-type-gen "$1"
CXX_TYPES_TOOLS=$output
CXX_TYPES_COUNT=500
CXX_TYPES_CLANG=${CXX_TYPES_CLANG:-clang++-19}
CXX_TYPES_CLANG_MAJOR=$(clang_major cxx-types "$CXX_TYPES_CLANG") || exit 1
export CXX_TYPES_TOOLS CXX_TYPES_COUNT CXX_TYPES_CLANG CXX_TYPES_CLANG_MAJOR

default=cxx-types
worker=$here/cxx-types-worker.sh
per_file=$CXX_TYPES_COUNT
what=types
if [ $# = 3 ]; then
  default=cxx-plugin-types
  worker=$here/cxx-plugin-types-worker.sh
  per_file=$((2 * CXX_TYPES_COUNT))
  what=ids
  # shellcheck disable=SC2001 # the last `gcc' of the name
  CXX_TYPES_GCC=$(sed 's/\(.*\)gcc/\1g++/' <<< "$2")
  CXX_TYPES_PLUGIN=$(realpath "$3") || exit 1
  export CXX_TYPES_GCC CXX_TYPES_PLUGIN
fi

seed=${SEED:-$(date +%s)}
files=${FILES:-$(((${CXX_TYPES:-5000} + per_file - 1) / per_file))}
echo "${NAME:=$default}: seed $seed, $files files of $per_file $what," \
  "against $CXX_TYPES_CLANG"
parallel_start "$NAME" "$output"
seq "$seed" $((seed + files - 1)) | parallel_run 4 "$worker"
print_compared "$NAME"
parallel_finish
