#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# programs.sh OUTPUT COMPILER PLUGIN  random programs with and without the
# plugin.  Results: OUTPUT/NAME.sum and .log.
#
# Environment:
#   PROGRAMS      how many of our own, default 300
#   CSMITH        how many of csmith's, default a tenth of those
#   SEED          of the first of each, default the time
#   LEVELS        separated by `;', default the list below; `random' is a set of
#                 optimization switches that the seed chooses
#   PICK          levels per program, default 2; `all'
#   AUDIT         kcfi-audit, to look at each object as well
#   PROGRAMS_RUN  emulator for programs of another machine
#   NAME, JOBS
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../random.sh"

[ $# = 3 ] || { echo "usage: programs.sh OUTPUT COMPILER PLUGIN" >&2; exit 2; }
prepare_output programs program-gen "$1"
PROGRAMS_TOOLS=$output
PROGRAMS_CC=$2
PROGRAMS_PLUGIN=$(realpath "$3") || exit 1
PROGRAMS_PICK=${PICK:-2}
PROGRAMS_AUDIT=${AUDIT:+$(realpath "$AUDIT")}
PROGRAMS_AUDIT_FAILURES=${AUDIT_FAILURES:-unchecked,separated,traps}

# What the level `random' chooses from, without options that change the ABI or
# want a profile.
PROGRAMS_SWITCHES=$("$PROGRAMS_CC" -Q --help=optimizers \
  | sed -nE 's/^  -f([a-z0-9-]+)[[:space:]]+\[(en|dis)abled\]$/\1/p' \
  | grep -vE '^(pack-struct|pcc-struct-return|reg-struct-return|branch-prob|profile|auto-profile|live-patching|stack-protector)' \
  | tr '\n' ' ')

# Options of every machine; then those that only x86_64 has.
all_levels ()
{
  cat <<'END'
-O0
-O1
-O2
-O3
-Os
-Og
-O2 -flto
-O2 -g -fno-omit-frame-pointer
-O2 -fPIC -fno-plt
-O2 -fpatchable-function-entry=16,16 -DKCFI_PREFIX=16
-O2 -ffunction-sections -Wl,--gc-sections
-O2 -fexceptions -fnon-call-exceptions
-O3 -fstack-protector-all -fno-shrink-wrap
-O2 -fsanitize=undefined,address
-O2 -fno-inline -fipa-pta
-O3 -fno-ipa-icf -fno-tree-tail-merge
-O2 -fzero-call-used-regs=all
-O2 -fselective-scheduling2 -fsel-sched-pipelining
-O2 -fschedule-insns -fsched2-use-superblocks -fmodulo-sched
-O3 -fsplit-loops -funroll-all-loops -ftracer
-O1 -fno-dce -fno-tree-ter -fno-guess-branch-probability
random
random
random
random
random
END
  case $("$PROGRAMS_CC" -dumpmachine) in
    x86_64-*) cat <<'END'
-O1 -fpatchable-function-entry=5,2 -DKCFI_PREFIX=2
-O2 -mindirect-branch=thunk
-O2 -mindirect-branch=thunk-inline -mindirect-branch-register
-O2 -fcf-protection=branch -mharden-sls=all
-O2 -mcmodel=large
-O2 -mtune=k8
-O3 -mtune=bonnell -falign-functions=32
-Os -mtune=silvermont -mno-red-zone
-O2 -ffixed-r10 -DTRAP_STRICT=0
-O2 -ffixed-r10 -ffixed-r11 -DTRAP_STRICT=0
-O2 -mcall-ms2sysv-xlogues -maccumulate-outgoing-args
END
  if grep -qw avx2 /proc/cpuinfo; then
    echo "-O3 -mavx2"
    echo "-O1 -mavx -fno-split-wide-types"
  fi ;;
  esac
}

PROGRAMS_LEVELS=${LEVELS:-$(all_levels | join_lines)}
export PROGRAMS_TOOLS PROGRAMS_CC PROGRAMS_PLUGIN PROGRAMS_PICK \
  PROGRAMS_LEVELS PROGRAMS_SWITCHES PROGRAMS_AUDIT PROGRAMS_AUDIT_FAILURES PROGRAMS_RUN

own=${PROGRAMS:-300}
csmith=${CSMITH:-$((own / 10))}
{ command -v csmith && [ -e /usr/include/csmith/csmith.h ]; } > /dev/null || {
  echo "programs: no csmith (install the packages csmith and libcsmith-dev)"
  csmith=0
}
seed=${SEED:-$(date +%s)}
echo "programs: seed $seed, $own programs of our own, $csmith of csmith"
parallel_start "${NAME:-programs}" "$output"
{
  [ "$own" = 0 ] || seq -f "%.0f own" "$seed" $((seed + own - 1))
  [ "$csmith" = 0 ] || seq -f "%.0f csmith" "$seed" $((seed + csmith - 1))
} | sort -n | awk '{ print $2 " " $1 }' | parallel_run 4 "$here/programs-worker.sh"
parallel_finish
