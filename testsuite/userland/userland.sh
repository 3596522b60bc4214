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
. "$here/parts.sh"
# shellcheck source-path=SCRIPTDIR
. "$here/musl.sh"

read_arguments userland "$@"
require_machine
parts=${PARTS:-lua zlib zstd sqlite busybox}
read_parts programs
# Patched sources are made anew.
for package in musl sqlite3 busybox; do
  rm -f "$work/sources/$package/unpacked"
done
start_parts "${NAME:-userland}"
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
