#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of FOLDER in a new chroot of RELEASE of Debian, runs their
# autopkgtest there and the commands of README.md and the tutorial, upgrades the compiler
# under them, removes them, and does the same with what make install installs.
# Ends with `N passed, N failed'.  Needs root and debootstrap.
# usage: check-debian.sh FOLDER RELEASE VERSION TARBALL MAJOR...
set -u
cd "$(dirname "$0")/.." || exit 1
# shellcheck source-path=SCRIPTDIR source=chroot.sh
. packaging/chroot.sh
folder=$(realpath "$1")
release=$2 version=$3 tarball=$4
shift 4
chroot=$folder/chroot
log=$folder/check.log
passed=0 failed=0
: > "$log"

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

# The commands of README.md and doc/tutorial.md print what stands there, with the
# installed commands of the folder $1 and the plugin of gcc-$2.
# shellcheck disable=SC2016
documents_hold () {
  in_chroot bash -ec '
    top=/packages/kcfi-$3
    mkdir -p "$top/build/audit" /packages/documents
    ln -sf "$1/kcfi-audit" "$top/build/audit/kcfi-audit"
    cd /packages/documents
    driver=$1/kcfi-gcc
    [ -e "$driver" ] || driver=$1/kcfi-gcc-$2
    cat > site.exp <<END
set KCFI_CC "gcc-$2"
set KCFI_PLUGIN "$(gcc-"$2" -print-file-name=plugin)/kcfi.so"
set KCFI_DRIVER "$driver"
set KCFI_TARGET "$(gcc-"$2" -dumpmachine)"
set KCFI_BUILD "$top/build"
set CLANG ""
lappend boards_dir "$top/testsuite/boards"
set target_list unix-native
END
    runtest --tool kcfi --srcdir "$top/testsuite" themes.exp=documents > runtest.out 2>&1 || :
    cat runtest.out kcfi.log
    "$top/testsuite/lib/summary.sh" kcfi.sum' bash "$1" "$2" "$version"
}

# The compiler that was there before make_next_compiler's.
restore_compiler () {
  in_chroot apt-get install -y --allow-downgrades "gcc-$1/$release"
}

# make install from the tarball, for gcc-$1, by the words of doc/installing.md.
# shellcheck disable=SC2016
install_by_make () {
  in_chroot bash -ec 'cd "/packages/kcfi-$2" && rm -rf build \
    && tools/setup.sh build "gcc-$1" \
    && apt-get install -y --no-install-recommends libdw-dev libelf-dev libcapstone-dev \
      libiberty-dev \
    && make GCC="gcc-$1" -j2 && make GCC="gcc-$1" install && rm -rf build' \
    bash "$1" "$version"
}

make_is_undone () {
  local left
  in_chroot make -C "/packages/kcfi-$version" GCC="gcc-$1" uninstall || return
  left=$(kcfi_files)
  echo "$left"
  [ -z "$left" ]
}

new_chroot "$release" "$chroot" "$log"
mkdir "$chroot/packages"
cp "$folder"/*.deb packaging/debian/tests/installed doc/example/demo.c "$chroot/packages"
rm -f "$chroot"/packages/*-dbgsym_*.deb
in_chroot apt-get update >> "$log" 2>&1 || fail "see $log"
tar -xf "$tarball" -C "$chroot/packages"
# The tests' own needs: DejaGnu, and another compiler, which must refuse the plugin.
in_chroot apt-get install -y --no-install-recommends g++ make dejagnu \
  "gcc-$(($1 - 1))" >> "$log" 2>&1 || fail "see $log"

expect "the packages can be installed" \
  in_chroot bash -c 'apt-get install -y --no-install-recommends /packages/*.deb'
# dpkg of a minimal system may leave documents out.
mkdir -p "$chroot/usr/share/doc/kcfi-gcc/examples"
[ -e "$chroot/usr/share/doc/kcfi-gcc/examples/demo.c" ] \
  || cp doc/example/demo.c "$chroot/usr/share/doc/kcfi-gcc/examples"
expect "the installed packages work (autopkgtest)" in_chroot /packages/installed
grep -E '^(PASS|FAIL): ' "$log" | sed 's/^/  /'
# They show GCC 12's code.
if [[ " $* " == *" 12 "* ]]; then
  expect "the commands of README.md and doc/tutorial.md" documents_hold /usr/bin 12
fi
for major; do
  expect "gcc-$major: a newer revision" make_next_compiler "$major"
  expect "gcc-$major: an upgrade of the compiler removes the plugin" \
    upgrade_removes_plugin "$major"
  expect "gcc-$major: without it, -fsanitize=kcfi is an error" \
    upgraded_is_refused "$major"
done
expect "the packages can be removed" in_chroot bash -c \
  "apt-get purge -y 'kcfi-*' 'libkcfi-*' 'gcc-*-plugin-kcfi'"
rm -rf "$chroot/usr/share/doc/kcfi-gcc"
expect "nothing of them is left" nothing_is_left
restore_compiler "$1" >> "$log" 2>&1
expect "gcc-$1: make install" install_by_make "$1"
if [ "$1" = 12 ]; then
  expect "with it, the commands of README.md and doc/tutorial.md" \
    documents_hold /usr/local/bin 12
fi
expect "gcc-$1: make uninstall leaves nothing" make_is_undone "$1"
rm -rf --one-file-system "$chroot"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
