# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A chroot of Debian sid, for compilers that this release of Debian lacks.
# Sourced from the top of the tree by matrix.sh and kernel/check-newer.sh.
#
# KCFI_MATRIX   folder of the chroot (default build/matrix/sid); needs root.

out=$PWD/build/matrix
chroot=${KCFI_MATRIX:-$out/sid}
mounted=()
ready=0
mkdir -p "$out"

say () { echo "matrix: $*"; }
fail () { say "$*" >&2; exit 1; }

# Where this machine gets its packages from.
mirror () {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    | grep -v security | head -n 1
}

in_chroot () { chroot "$chroot" env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }

# enter_chroot NAME [KEPT]: a chroot that packages can be installed in, with this
# tree as it is now in its folder /NAME, where only the folder KEPT stays of
# what was there.
enter_chroot () {
  [ "$ready" = 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "a chroot needs root"
  mkdir -p "$chroot"
  exec 9>"$chroot/.kcfi-matrix.lock"
  flock -n 9 || fail "another run uses $chroot"
  make_chroot
  # Below build/ they would be in the way of an rm -rf.
  trap 'for path in "${mounted[@]}"; do umount "$path"; done' EXIT
  mount_in proc proc
  mount_in dev/pts devpts -o gid=5,mode=620,ptmxmode=666
  # A mirror may stand still for longer than sid's Release file is valid.
  echo 'Acquire::Check-Valid-Until "false";' \
    >"$chroot/etc/apt/apt.conf.d/90kcfi-matrix"
  in_chroot apt-get update >"$out/update.log" 2>&1 || fail "see $out/update.log"
  copy_tree "$@"
  ready=1
}

# mount_in PATH TYPE OPTION...: a file system that tests need, if it is not there.
mount_in () {
  local path=$chroot/$1 type=$2
  shift 2
  ! mountpoint -q "$path" || return 0
  mount -t "$type" "$@" "$type" "$path" || fail "cannot mount $path"
  mounted+=("$path")
}

make_chroot () {
  [ ! -e "$chroot/usr/bin/apt-get" ] || return 0
  if ! command -v debootstrap >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y debootstrap \
      >"$out/debootstrap.log" 2>&1 || fail "see $out/debootstrap.log"
  fi
  say "making a chroot of Debian sid in $chroot"
  if ! debootstrap --variant=minbase sid "$chroot" "$(mirror)" \
       >"$out/debootstrap.log" 2>&1; then
    # A half-made one would be taken for a whole one the next time.
    rm -f "$chroot/usr/bin/apt-get"
    fail "see $out/debootstrap.log"
  fi
}

# copy_tree NAME [KEPT]: what is under version control, in the chroot's /NAME.
copy_tree () {
  local source
  mkdir -p "$chroot/$1"
  find "$chroot/$1" -mindepth 1 -maxdepth 1 ! -name "${2:-/}" -exec rm -rf {} +
  git ls-files -z | tar --null --ignore-failed-read -T - -c \
    | tar -x -C "$chroot/$1"
  # GCC 12's own tests and Linux's plugins, which later Debians have no
  # packages of, and the kernels.
  mkdir -p "$chroot/usr/src"
  [ ! -d /usr/src/gcc-12 ] || cp -ru /usr/src/gcc-12 "$chroot/usr/src/"
  for source in /usr/src/linux-source-*.tar.xz; do
    [ ! -e "$source" ] || cp -u "$source" "$chroot/usr/src/"
  done
}

# The first of the packages NAME... that the chroot's Debian has.
first_available () {
  local name
  for name; do
    if in_chroot apt-cache show "$name" >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
}
