# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Chroots of releases of Debian; sourced from the top of the tree.  A release's base is
# made once, in build/chroots, and copied for each use.

fail () { echo "${0##*/}: $*" >&2; exit 1; }

# What this machine runs, as debootstrap calls it.
this_release () {
  # shellcheck disable=SC1091
  (. /etc/os-release && echo "$VERSION_CODENAME")
}

# Where this machine gets its packages from.
mirror () {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    | grep -v security | head -n 1
}

# in_chroot COMMAND...: in the folder $chroot, with /proc if that is mounted.  What is
# installed outside says nothing about it.
# shellcheck disable=SC2154
in_chroot () { chroot "$chroot" env -u KCFI_NO_SETUP LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }

# new_chroot RELEASE FOLDER LOG: a chroot in FOLDER that has no package but those of
# every system, with lists of packages as they are now.
new_chroot () {
  local release=$1 base=build/chroots/$1 log=$3 chroot=$2
  [ "$(id -u)" = 0 ] || fail "a chroot needs root"
  command -v debootstrap > /dev/null || fail "install the package debootstrap"
  if [ ! -e "$base/made" ]; then
    echo "${0##*/}: making a chroot of $release"
    rm -rf --one-file-system "$base"
    mkdir -p "$base"
    debootstrap --variant=minbase "$release" "$base/root" "$(mirror)" > "$log" 2>&1 \
      || fail "see $log"
    # A mirror may stand still for longer than its lists are valid.
    echo 'Acquire::Check-Valid-Until "false";' > "$base/root/etc/apt/apt.conf.d/90valid"
    # Manual pages and documents are what is looked at, too.
    rm -f "$base/root/etc/dpkg/dpkg.cfg.d/"*
    touch "$base/made"
  fi
  rm -rf --one-file-system "$chroot"
  cp -a "$base/root" "$chroot"
  in_chroot apt-get update >> "$log" 2>&1 || fail "see $log"
}
