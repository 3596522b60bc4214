# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# BusyBox with its default configuration: its own test suite.

packages_busybox () { echo busybox; }

# Not needed here, and not buildable with newer kernel headers: tc.
build_busybox ()
{
  (cd "$work/sources/busybox" \
     && patch -p1 -s < "$here/patches/busybox.patch" && make defconfig \
     && sed -i -e 's/^# CONFIG_STATIC is not set/CONFIG_STATIC=y/' \
       -e 's/^CONFIG_TC=y/# CONFIG_TC is not set/' .config \
     && make -j"$JOBS" CC="$work/cc" HOSTCC=gcc SKIP_STRIP=y busybox)
}

# What fails as well without the plugin is in busybox-known.
suite_busybox ()
{
  (cd "$work/sources/busybox/testsuite" \
     && env -u MAKEFLAGS -u MFLAGS SKIP_KNOWN_BUGS=1 bindir="$PWD/.." \
       tsdir="$PWD" timeout 900 ./runtest > "$work/busybox.tests" 2>&1)
  grep -c '^PASS' "$work/busybox.tests"
  [ "$(grep -c '^PASS' "$work/busybox.tests")" -gt 300 ] || return 1
  sed -n 's/^FAIL: //p' "$work/busybox.tests" \
    | grep -vxFf <(grep -v '^#' "$here/busybox-known") && return 1
  return 0
}

test_busybox ()
{
  passes "busybox: test suite" suite_busybox
  passes "busybox: audit" audit_program busybox "$work/sources/busybox/busybox_unstripped"
}
