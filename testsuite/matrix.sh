#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the whole of `make check' with every GCC there is: those installed here,
# and those of Debian sid in a chroot that it makes.  Prints a table, which is
# what doc/compatibility.md keeps.
# usage: matrix.sh [MAJOR...]     (default: 11 to 16)
#
# KCFI_MATRIX   folder of the chroot (default build/matrix/sid); needs root.
set -u
cd "$(dirname "$0")/.." || exit 1
out=$PWD/build/matrix
chroot=${KCFI_MATRIX:-$out/sid}
table=$out/table.md
failed=0

say () { echo "matrix: $*"; }
fail () { say "$*" >&2; exit 1; }

# Where this machine gets its packages from.
mirror () {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    | grep -v security | head -n 1
}

in_chroot () { chroot "$chroot" env LC_ALL=C KCFI_NO_SETUP=1 "$@"; }

make_chroot () {
  [ "$(id -u)" = 0 ] || fail "making a chroot needs root"
  if [ ! -e "$chroot/usr/bin/apt-get" ]; then
    command -v debootstrap >/dev/null \
      || apt-get install -y debootstrap >"$out/debootstrap.log" 2>&1
    say "making a chroot of Debian sid in $chroot"
    debootstrap --variant=minbase sid "$chroot" "$(mirror)" \
      >"$out/debootstrap.log" 2>&1 || fail "see $out/debootstrap.log"
  fi
  mountpoint -q "$chroot/proc" || mount -t proc proc "$chroot/proc"
}

# The packages of GCC $1, and what the tests need, in the chroot.
install_gcc () {
  in_chroot env DEBIAN_FRONTEND=noninteractive apt-get install -y \
    --no-install-recommends gcc "gcc-$1" "g++-$1" "gcc-$1-plugin-dev" make git \
    dejagnu libxxhash-dev libgmp-dev binutils clang-19 libclang-rt-19-dev \
    libdw-dev libelf-dev libcapstone-dev xz-utils bzip2 time \
    >"$out/install-$1.log" 2>&1 || fail "see $out/install-$1.log"
}

# The tree as it is committed, in the chroot's /tree.
copy_tree () {
  rm -rf "$chroot/tree"
  mkdir "$chroot/tree"
  git archive HEAD | tar -x -C "$chroot/tree"
  # GCC 12's own tests, which later Debians have no package of.
  mkdir -p "$chroot/usr/src"
  [ ! -d /usr/src/gcc-12 ] || cp -ru /usr/src/gcc-12 "$chroot/usr/src/"
}

# One row of the table: GCC $1 by the remaining words, a command to prefix.
check_with () {
  local major=$1 log=$out/check-$1.log version result
  shift
  version=$("$@" "gcc-$major" -dumpfullversion)
  say "GCC $version: make check"
  "$@" make -C "${tree:-.}" --no-print-directory check GCC="gcc-$major" \
    HOSTCC="gcc-$major" HOSTCXX="g++-$major" >"$log" 2>&1 || failed=1
  result=$(grep -E '^[0-9]+ passed' "$log" | tail -n 1)
  echo "| $version | ${result:-see $log} |" >>"$table"
  say "GCC $version: ${result:-see $log}"
}

mkdir -p "$out"
printf '| GCC | make check |\n|---|---|\n' >"$table"
[ $# -gt 0 ] || set -- 11 12 13 14 15 16
for major; do
  if command -v "gcc-$major" >/dev/null; then
    tree=. check_with "$major" env
  else
    make_chroot
    install_gcc "$major"
    copy_tree
    tree=/tree check_with "$major" in_chroot
  fi
done
cat "$table"
exit "$failed"
