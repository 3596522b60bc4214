#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-kernel.sh with a GCC that this release of Debian lacks, in a chroot of
# Debian sid (the one of `make check-matrix').  Needs root.
#
#   check-newer.sh MAJOR [ARGUMENT...]      arguments of check-kernel.sh
#   check-newer.sh 16 --tree=6.12 --config=plain,hardened
#
# The tree is /kernel in the chroot, and what is built there stays for the next
# run: /kernel/build/kernel.
set -u
cd "$(dirname "$0")/../.." || exit 1
# shellcheck source-path=SCRIPTDIR source=../sid-chroot.sh
. testsuite/sid-chroot.sh

major=${1:?usage: check-newer.sh MAJOR [ARGUMENT...]}
shift
machine=x86_64
for argument; do
  [[ $argument != --machine=* ]] || machine=${argument#*=}
done
name=$machine
[ "$machine" != arm64 ] || name=aarch64
gcc=gcc-$major
if [ "$machine" != "$(uname -m)" ]; then
  gcc=$(awk -v name="$name" '$1 == name { print $2 }' tools/cross-targets)-$gcc
fi

# in_tree COMMAND...: in the chroot's copy of the tree.
in_tree () {
  in_chroot sh -c 'cd /kernel && exec "$@"' sh "$@"
}

enter_chroot kernel build
log=$out/kernel-$major-$machine.log
{
  in_chroot apt-get install -y --no-install-recommends make gcc git
  [ "$machine" != "$(uname -m)" ] \
    || in_chroot apt-get install -y --no-install-recommends "$gcc"
  in_tree tools/setup.sh "kernel:$machine" "$gcc"
  in_tree make GCC="$gcc" all
} >"$log" 2>&1 || fail "see $log"
in_tree env GCC="$gcc" KCFI_BOOT_TIMEOUT="${KCFI_BOOT_TIMEOUT:-120}" \
  testsuite/kernel/check-kernel.sh "$@"
