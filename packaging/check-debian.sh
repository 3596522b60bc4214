#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of FOLDER in a new chroot of this machine's release of Debian,
# runs their autopkgtest there, upgrades the compiler under them, and removes them.
# Ends with `N passed, N failed'.  Needs root and debootstrap.
# usage: check-debian.sh FOLDER MAJOR...
set -u
folder=$1
shift
cd "$(dirname "$0")/.." || exit 1
folder=$(realpath "$folder")
chroot=$folder/chroot
log=$folder/check.log
passed=0 failed=0
: > "$log"

fail () { echo "check-deb: $*" >&2; exit 1; }
in_chroot () { chroot "$chroot" env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }

# expect NAME COMMAND...
expect () {
  local name=$1
  shift
  echo "== $name: $*" >> "$log"
  if "$@" >> "$log" 2>&1; then
    echo "PASS: $name"
    passed=$((passed + 1))
  else
    echo "FAIL: $name (see $log)"
    failed=$((failed + 1))
  fi
}

# Whatever of the packages is in the chroot, but for what apt notes of its work.
kcfi_files () {
  find "$chroot" -xdev -name '*kcfi*' ! -path "$chroot/packages/*" \
    ! -path "$chroot/packages" ! -path "$chroot/var/log/*"
}

nothing_is_left () {
  local left
  left=$(kcfi_files)
  echo "$left"
  [ -z "$left" ]
}

# A compiler of the next revision, made of the one that is there.
make_next_compiler () {
  in_chroot bash -ec "cd /packages && apt-get download gcc-$1 && rm -rf next \
    && dpkg-deb -R gcc-$1_*.deb next \
    && sed -i 's/^Version: .*/&+next1/' next/DEBIAN/control \
    && dpkg-deb -Znone -b next gcc-$1-next.deb"
}

# apt does not leave a plugin beside a compiler that it does not fit.
upgrade_removes_plugin () {
  in_chroot apt-get install -y "/packages/gcc-$1-next.deb" > "$folder/upgrade.log" 2>&1
  cat "$folder/upgrade.log"
  grep -A2 "will be REMOVED" "$folder/upgrade.log" | grep -w "gcc-$1-plugin-kcfi"
}

# With the compiler upgraded there is an error that says what to do, and no object.
upgraded_is_refused () {
  local output
  output=$(in_chroot env KCFI_GCC="gcc-$1" kcfi-gcc -fsanitize=kcfi -c \
    /packages/demo.c -o /packages/upgraded.o 2>&1) && return 1
  echo "$output"
  grep -F "needs the plugin 'kcfi.so'" <<< "$output" \
    && [ ! -e "$chroot/packages/upgraded.o" ]
}

[ "$(id -u)" = 0 ] || fail "a chroot needs root"
command -v debootstrap > /dev/null || fail "install the package debootstrap"
rm -rf --one-file-system "$chroot"
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
  | grep -v security | head -n 1)
# shellcheck disable=SC1091
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
echo "check-deb: making a chroot of $release"
debootstrap --variant=minbase "$release" "$chroot" "$mirror" > "$folder/chroot.log" 2>&1 \
  || fail "see $folder/chroot.log"
mkdir "$chroot/packages"
cp "$folder"/*.deb packaging/debian/tests/installed doc/example/demo.c "$chroot/packages"
rm -f "$chroot"/packages/*-dbgsym_*.deb
in_chroot apt-get update >> "$log" 2>&1 || fail "see $log"
# The tests' own needs: another compiler, which must refuse the plugin.
in_chroot apt-get install -y --no-install-recommends g++ gcc-11 >> "$log" 2>&1

expect "the packages can be installed" \
  in_chroot bash -c 'apt-get install -y --no-install-recommends /packages/*.deb'
# dpkg of a minimal system may leave documents out.
mkdir -p "$chroot/usr/share/doc/kcfi-gcc/examples"
[ -e "$chroot/usr/share/doc/kcfi-gcc/examples/demo.c" ] \
  || cp doc/example/demo.c "$chroot/usr/share/doc/kcfi-gcc/examples"
expect "the installed packages work (autopkgtest)" in_chroot /packages/installed
grep -E '^(PASS|FAIL): ' "$log" | sed 's/^/  /'
for major; do
  expect "gcc-$major: a newer revision" make_next_compiler "$major"
  expect "gcc-$major: an upgrade of the compiler removes the plugin" \
    upgrade_removes_plugin "$major"
  expect "gcc-$major: without it, -fsanitize=kcfi is an error" \
    upgraded_is_refused "$major"
done
expect "the packages can be removed" in_chroot bash -c \
  "apt-get purge -y 'kcfi-*' 'gcc-*-plugin-kcfi'"
rm -rf "$chroot/usr/share/doc/kcfi-gcc"
expect "nothing of them is left" nothing_is_left
rm -rf --one-file-system "$chroot"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
