#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages of FOLDER on this machine, or rather in a view of it that is
# gone afterwards (an overlay in memory, in a mount namespace), and runs their
# autopkgtest there.  Seconds, where check-debian.sh takes minutes for a new chroot.
# Leaves FOLDER/here.sum for testsuite/lib/summary.sh.  Needs root and autopkgtest;
# where no view can be made, as in most containers, it says so and tries nothing.
# usage: check-debian-here.sh FOLDER
set -u
cd "$(dirname "$0")/.." || exit 1
script=$PWD/packaging/check-debian-here.sh

fail () { echo "check-deb-here: $*" >&2; exit 1; }

# No view of this machine can be made: status 77, which says so.
no_view () { echo "check-deb-here: $*" >&2; exit 77; }

# In the namespace: the view, and in it the tests.
if [ "${2:-}" = inside ]; then
  folder=$1
  mount -t tmpfs none /mnt || no_view "there is no tmpfs"
  mkdir /mnt/{upper,work,root}
  mount -t overlay overlay /mnt/root \
    -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work || no_view "there is no overlayfs"
  for place in proc sys dev; do
    mount --rbind "/$place" "/mnt/root/$place" || no_view "$place cannot be had"
  done
  # The folder and the tests, wherever they are mounted.
  mkdir -p /mnt/root/packages/source || exit 1
  cp "$folder"/*.deb /mnt/root/packages || exit 1
  rm -f /mnt/root/packages/*-dbgsym_*.deb
  cp -r "$folder"/kcfi-*/debian /mnt/root/packages/source/ || exit 1
  # A package is never asked to be looked for: all that they need is here.
  exec chroot /mnt/root env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C \
    DEBIAN_FRONTEND=noninteractive sh -c 'cd /packages && dpkg -i ./*.deb \
      && autopkgtest --no-built-binaries ./source/ -- null'
fi

folder=$(realpath "${1:?usage: check-debian-here.sh FOLDER}")
[ "$(id -u)" = 0 ] || fail "packages are installed by root"
command -v autopkgtest > /dev/null || fail "install the package autopkgtest"
log=$folder/here.log
status=0
if unshare -m --propagation private true 2> "$log"; then
  unshare -m --propagation private bash "$script" "$folder" inside > "$log" 2>&1 || status=$?
else
  status=77
fi
{
  # autopkgtest says when each line came.
  sed -nE 's/^([0-9]+s +)?((PASS|FAIL): .*)/\2/p' "$log"
  if [ "$status" = 77 ]; then
    echo "UNSUPPORTED: the packages' autopkgtest: $(tail -n 1 "$log")"
  elif [ "$status" = 0 ] && grep -qE 'installed +PASS' "$log"; then
    echo "PASS: the packages' autopkgtest"
  else
    echo "FAIL: the packages' autopkgtest (status $status)"
  fi
  echo "=== Debian packages Summary ==="
} > "$folder/here.sum"
grep -vE '^===' "$folder/here.sum"
grep -qE '^FAIL' "$folder/here.sum" || exit 0
tail -n 20 "$log" >&2
exit 1
