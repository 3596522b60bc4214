#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# truth.sh OUTPUT AUDIT  random programs, compiled with known options: what the
# compilers say of each call against what AUDIT (kcfi-audit) sees in the object.
# Results: OUTPUT/NAME.sum and .log.
#
# Environment:
#   TRUTH           how many, default 300: the seed of each chooses compiler and level
#   SEED            of the first, default the time
#   TRUTH_COMPILERS a line for each: NAME gcc COMMAND -fplugin=FILE, or NAME clang
#                   COMMAND; default: what is there
#   TRUTH_LEVELS    separated by `;'
#   TRUTH_CLANG     Clang's command, or nothing
#   TRUTH_BUILD     where the plugins are, in a folder for each compiler: TRIPLET-MAJOR;
#                   default build
#   NAME, JOBS
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../random.sh"

[ $# = 2 ] || { echo "usage: truth.sh OUTPUT AUDIT" >&2; exit 2; }
prepare_output truth program-gen "$1"
TRUTH_TOOLS=$output
TRUTH_AUDIT=$(realpath "$2") || exit 1
TRUTH_BUILD=$(realpath "${TRUTH_BUILD:-build}") || exit 1

# The compilers whose plugin is built, and Clang where it has the kernel's ABI or
# where the host's headers serve.
all_compilers ()
{
  local folder triplet major command
  for folder in "$TRUTH_BUILD"/*-*; do
    triplet=$(basename "${folder%-*}")
    major=${folder##*-}
    command=$triplet-gcc-$major
    [ -e "$folder/kcfi.so" ] || continue
    command -v "$command" > /dev/null || continue
    case $triplet in
      arm-*)
	echo "$triplet-a32 gcc $command -marm -fplugin=$folder/kcfi.so"
	echo "$triplet-thumb2 gcc $command -mthumb -march=armv7-a+fp -fplugin=$folder/kcfi.so" ;;
      *) echo "$triplet-$major gcc $command -fplugin=$folder/kcfi.so" ;;
    esac
  done
  [ -z "${TRUTH_CLANG:-}" ] || for triplet in x86_64-linux-gnu aarch64-linux-gnu \
      riscv64-linux-gnu; do
    [ -d "/usr/$triplet/include" ] || [ "$triplet" = x86_64-linux-gnu ] || continue
    echo "$triplet-clang clang $TRUTH_CLANG --target=$triplet -fsanitize=kcfi"
  done
}

all_levels ()
{
  cat <<'END'
-O0
-O1
-O2
-O3
-Os
-Og
-O2 -fno-inline
-O2 -fno-pie
-O2 -fPIC
-O3 -funroll-loops
-O0 -fno-pie
-O2 -fomit-frame-pointer -ffunction-sections
END
}

TRUTH_COMPILERS=${TRUTH_COMPILERS:-$(all_compilers)}
TRUTH_LEVELS=${TRUTH_LEVELS:-$(all_levels | join_lines)}
export TRUTH_TOOLS TRUTH_AUDIT TRUTH_COMPILERS TRUTH_LEVELS
[ -n "$TRUTH_COMPILERS" ] || { echo "truth: no plugin is built" >&2; exit 1; }

seed=${SEED:-$(date +%s)}
echo "truth: seed $seed, ${TRUTH:-300} programs, by $(cut -d' ' -f1 <<< "$TRUTH_COMPILERS" | paste -sd' ')"
parallel_start "${NAME:-truth}" "$output"
seq -f %.0f "$seed" $((seed + ${TRUTH:-300} - 1)) | parallel_run 4 "$here/truth-worker.sh"
print_compared truth
parallel_finish
