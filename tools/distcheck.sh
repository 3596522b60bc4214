#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What whoever gets the tarball will do: unpack, build, test, install, use,
# uninstall.  The tests are a slice that needs no Clang and takes about a minute.
# usage: distcheck.sh VERSION TARBALL GCC
set -eu
version=$1 tarball=$2 gcc=$3
cd "$(dirname "$0")/.."
work=$PWD/build/distcheck
root=$work/root

say () {
  echo "distcheck: $*"
}
fail () {
  say "$1" >&2
  exit 1
}
trap 'say "failed; what it made is in $work" >&2' ERR

chmod -R u+w "$work" 2> /dev/null || :
rm -rf "$work"
mkdir -p "$work"
tools/dist.sh "$version" "$work/again.tar.xz" > /dev/null
cmp "$tarball" "$work/again.tar.xz" || fail "two runs of make dist differ"
tar -C "$work" -xf "$tarball"
cd "$work/kcfi-$version"

# Not the variables of the make that runs this.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES DESTDIR
export KCFI_NO_SETUP=1
say "building"
make -j"$(nproc)" GCC="$gcc" > "$work/build.log" 2>&1 \
  || fail "the tarball does not build: see $work/build.log"
say "testing"
make check GCC="$gcc" THEMES="errors driver attributes release"

say "installing"
variables=(GCC="$gcc" DESTDIR="$root" prefix=/usr)
make install "${variables[@]}" > "$work/install.log"
plugins=$("$gcc" -print-file-name=plugin)
driver=$(find "$root/usr/bin" -type f -name '*kcfi-gcc*' ! -name '*kcfi-gcc-[anr]*')
KCFI_PLUGIN=$root$plugins/kcfi.so KCFI_GCC=$gcc "$driver" -fsanitize=kcfi -O2 -S \
  -o "$work/example.s" -xc - <<< "int f (int (*p) (void)) { return p () + 1; }"
grep -q 'kcfi: 1 hash' "$work/example.s" || fail "the installed driver protects nothing"
"$driver" --kcfi-version | grep -qx "${driver##*/} $version" \
  || fail "the installed driver is not version $version"
make uninstall "${variables[@]}" >> "$work/install.log"
left=$(find "$root" ! -type d)
[ -z "$left" ] || fail "make uninstall left $left"
say "$tarball builds, passes, installs and uninstalls with $gcc"
