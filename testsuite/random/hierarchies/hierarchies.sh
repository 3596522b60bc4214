#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# hierarchies.sh OUTPUT COMPILER PLUGIN  random class hierarchies with and without
# virtual checking.  COMPILER is a gcc; its g++ is used.  Results: OUTPUT/NAME.sum and
# .log.
#
# Environment:
#   HIERARCHIES      how many programs, default 300
#   SEED             of the first, default the time
#   MODES            of virtual=, default "off name class"
#   MODE_PICK        of these for each program, default all; 1: one by the seed
#   LEVELS           separated by `;', default the list below
#   PICK             levels per program, default 1; `all'
#   HIERARCHIES_RUN  emulator for programs of another machine
#   NAME, JOBS
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../random.sh"

all_levels ()
{
  cat <<'END'
-O0
-O1
-O2
-O3
-Os
-O2 -flto
-O2 -fno-devirtualize
-O1 -fPIC
-O3 -fno-inline
-Os -flto
-O2 -fno-devirtualize-speculatively -fno-ipa-icf
-O0 -fpatchable-function-entry=16,16 -DKCFI_PREFIX=16
-O2 -fpatchable-function-entry=16,16 -DKCFI_PREFIX=16
-O3 -flto -fno-ipa-icf
-O2 -fnon-call-exceptions -ffunction-sections -Wl,--gc-sections
-Og
-O2 -fno-early-inlining -fipa-pta
-O1 -fdevirtualize -fipa-cp -fdeclone-ctor-dtor
END
}

[ $# = 3 ] || { echo "usage: hierarchies.sh OUTPUT COMPILER PLUGIN" >&2; exit 2; }
prepare_output hierarchies hierarchy-gen "$1"
HIERARCHIES_TOOLS=$output
HIERARCHIES_CXX=${2/gcc/g++}
HIERARCHIES_PLUGIN=$(realpath "$3") || exit 1
HIERARCHIES_PICK=${PICK:-1}
HIERARCHIES_MODES=${MODES:-off name class}
HIERARCHIES_MODE_PICK=${MODE_PICK:-all}
HIERARCHIES_LEVELS=${LEVELS:-$(all_levels | join_lines)}
export HIERARCHIES_TOOLS HIERARCHIES_CXX HIERARCHIES_PLUGIN HIERARCHIES_PICK \
  HIERARCHIES_MODES HIERARCHIES_MODE_PICK HIERARCHIES_LEVELS HIERARCHIES_RUN

count=${HIERARCHIES:-300}
seed=${SEED:-$(date +%s)}
echo "hierarchies: seed $seed, $count programs, virtual= $HIERARCHIES_MODES"
parallel_start "${NAME:-hierarchies}" "$output"
seq -f %.0f "$seed" $((seed + count - 1)) | parallel_run 4 "$here/hierarchies-worker.sh"
parallel_finish
