#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# userland.sh OUTPUT COMPILER PLUGIN AUDIT  builds musl with the plugin and, on
# top of it and statically, programs that nobody here wrote; runs their tests
# or a workload, and audits what was linked.  Results: OUTPUT/NAME.sum and .log.
#
# Environment:
#   PARTS   what to build on top of musl, default "lua zlib zstd sqlite busybox"
#   NAME    of the results, default `userland'
#   JOBS    processes
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../lib/parallel.sh"

[ $# = 4 ] || { echo "usage: userland.sh OUTPUT COMPILER PLUGIN AUDIT" >&2
		exit 2; }
mkdir -p "$1/userland"
output=$(cd "$1" && pwd)
work=$output/userland
compiler=$2
plugin=$(realpath "$3") || exit 1
audit=$(realpath "$4") || exit 1
parts=${PARTS:-lua zlib zstd sqlite busybox}
# shellcheck source-path=SCRIPTDIR
. "$here/musl.sh"

# Set by each part in programs/: packages_PART, build_PART, test_PART.
for part in $parts; do
  # shellcheck disable=SC1090
  . "$here/programs/$part.sh" || exit 1
done

packages=()
for part in $parts; do
  # shellcheck disable=SC2207
  packages+=($("packages_$part"))
done

parallel_start "${NAME:-userland}" "$output"
mkdir -p "$work/sources"
# Patched sources are made anew.
for package in musl sqlite3 busybox; do
  rm -f "$work/sources/$package/unpacked"
done
if ! log "$here/sources.sh" "$work/sources" musl "${packages[@]}"; then
  result UNRESOLVED "userland: no sources"
  cat "$work/last.text"
  parallel_finish
  exit 1
fi
write_compilers
echo "userland: musl"
passes "musl: builds" build_musl
passes "musl: callbacks" test_libc
passes "musl: a forged call traps" test_forged
passes "musl: audit" audit_program musl "$work/libc-test"
for part in $parts; do
  echo "userland: $part"
  passes "$part: builds" "build_$part"
  "test_$part"
done
parallel_finish
