#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the whole of `make check' with every GCC there is: those installed here,
# and those of Debian sid in a chroot that it makes.  Prints a table, which
# doc/compatibility.md keeps.
# usage: matrix.sh [ENTRY...]     (default: 11 to 16)
#
# ENTRY is
#   MAJOR            GCC of that version for this machine
#   MAJOR:MACHINE    its cross compiler; MACHINE as in tools/cross-targets
#   snapshot         Debian's gcc-snapshot: the next GCC, its internal checks on
#   all              the default, all cross compilers of 12 and 16, snapshot
#
# Rows of earlier calls stay in the table until `make clean-matrix'.  Logs are in
# build/matrix/ENTRY.log.
#
# KCFI_MATRIX   folder of the chroot (default build/matrix/sid); needs root.
set -u
cd "$(dirname "$0")/.." || exit 1
out=$PWD/build/matrix
chroot=${KCFI_MATRIX:-$out/sid}
snapshot=/usr/lib/gcc-snapshot
failed=0
mounted=()
ready=0

say () { echo "matrix: $*"; }
fail () { say "$*" >&2; exit 1; }

# Where this machine gets its packages from.
mirror () {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    | grep -v security | head -n 1
}

in_chroot () { chroot "$chroot" env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }

# A chroot that packages can be installed in, with this tree in it as it is now.
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
  copy_tree
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

# What is under version control, in the chroot's /tree.
copy_tree () {
  rm -rf "$chroot/tree"
  mkdir "$chroot/tree"
  git ls-files -z | tar --null --ignore-failed-read -T - -c \
    | tar -x -C "$chroot/tree"
  # GCC 12's own tests and Linux's plugins, which later Debians have no
  # packages of.
  mkdir -p "$chroot/usr/src"
  [ ! -d /usr/src/gcc-12 ] || cp -ru /usr/src/gcc-12 "$chroot/usr/src/"
  [ ! -e /usr/src/linux-source-6.1.tar.xz ] \
    || cp -u /usr/src/linux-source-6.1.tar.xz "$chroot/usr/src/"
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

# install ENTRY PACKAGE...: these and what all tests need, in the chroot.
install () {
  local entry=$1 version
  shift
  clang=$(first_available clang-19 clang-22 clang-21 clang-20)
  version=${clang#clang-}
  in_chroot apt-get install -y --no-install-recommends "$@" gcc g++ make git \
    dejagnu libxxhash-dev libgmp-dev binutils "$clang" "lld-$version" lld \
    binutils-gold "llvm-$version" "libclang-rt-$version-dev" libdw-dev libelf-dev \
    libcapstone-dev rustc groff-base xz-utils bzip2 time procps file \
    >"$out/install-$entry.log" 2>&1
}

# Replace the row of ENTRY by the remaining words, one for each column.
row () {
  local entry=$1 line="|" column
  shift
  for column; do
    line+=" $column |"
  done
  mkdir -p "$out/rows"
  echo "$line" >"$out/rows/$entry"
}

# check_with ENTRY MACHINE PREFIX COMPILER ARGUMENT...: `make check' for
# COMPILER, ARGUMENT... being further ones of make; PREFIX is empty or in_chroot.
check_with () {
  local entry=$1 machine=$2 prefix=$3 compiler=$4 version result skipped log
  local command=(make --no-print-directory check GCC="$compiler")
  shift 4
  log=$out/$entry.log
  version=$($prefix "$compiler" -dumpfullversion)
  say "GCC $version, $machine: make check"
  if [ -n "$prefix" ]; then
    command+=(-C /tree)
  fi
  $prefix env KCFI_NO_SETUP=1 "${command[@]}" "$@" >"$log" 2>&1 || failed=1
  result=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  skipped=$(grep -cE '^(UNSUPPORTED|UNTESTED):' "$log")
  if [ -z "$result" ]; then
    row "$entry" "$version" "$machine" "none: see $entry.log" "" "" "$(date +%F)"
  else
    row "$entry" "$version" "$machine" "${result%% *}" \
	"$(cut -d' ' -f3 <<<"$result")" "$skipped" "$(date +%F)"
  fi
  say "GCC $version, $machine: ${result:-no result: see $log}"
}

# GCC $1 for this machine.
check_native () {
  local major=$1 host
  host=$(uname -m)
  if command -v "gcc-$major" >/dev/null; then
    KCFI_NO_SETUP=0 tools/setup.sh check "gcc-$major" || exit 1
    check_with "$major" "$host" "" "gcc-$major"
    return
  fi
  enter_chroot
  if install "$major" "gcc-$major" "g++-$major" "gcc-$major-plugin-dev"; then
    check_with "$major" "$host" in_chroot "gcc-$major" \
      HOSTCC="gcc-$major" HOSTCXX="g++-$major" CLANG="$clang"
  else
    not_installed "$major" "$major" "$host"
  fi
}

# GCC $1 for machine $2.
check_cross () {
  local major=$1 machine=$2 entry=$1-$2 triplet
  triplet=$(awk -v name="$machine" '$1 == name { print $2 }' tools/cross-targets)
  [ -n "$triplet" ] || fail "tools/cross-targets has no machine '$machine'"
  if [ "$major" = 12 ]; then
    tools/setup.sh "targets:$machine" 12 || exit 1
    check_with "$entry" "$machine" "" "$triplet-gcc-12"
    return
  fi
  enter_chroot
  if install "$entry" \
     && in_chroot /tree/tools/setup.sh "targets:$machine" "$major" \
	  >>"$out/install-$entry.log" 2>&1
  then
    check_with "$entry" "$machine" in_chroot "$triplet-gcc-$major" \
      CLANG="$clang"
  else
    not_installed "$entry" "$major" "$machine"
  fi
}

check_snapshot () {
  enter_chroot
  if install snapshot gcc-snapshot; then
    check_with snapshot "$(uname -m)" in_chroot "$snapshot/bin/gcc" \
      CLANG="$clang" LD_LIBRARY_PATH="$snapshot/lib"
  else
    not_installed snapshot snapshot "$(uname -m)"
  fi
}

# not_installed ENTRY VERSION MACHINE
not_installed () {
  failed=1
  say "GCC $2, $3: cannot be installed: see $out/install-$1.log" >&2
  row "$1" "$2" "$3" "not installed" "" "" "$(date +%F)"
}

mkdir -p "$out"
natives=(11 12 13 14 15 16)
entries=()
[ $# -gt 0 ] || set -- "${natives[@]}"
for entry; do
  case $entry in
    all)
      mapfile -t machines < <(grep -o '^[^#[:space:]]*' tools/cross-targets)
      entries+=("${natives[@]}" "${machines[@]/#/12:}" "${machines[@]/#/16:}"
		snapshot) ;;
    *) entries+=("$entry") ;;
  esac
done
for entry in "${entries[@]}"; do
  case $entry in
    snapshot) check_snapshot ;;
    *:*) check_cross "${entry%%:*}" "${entry#*:}" ;;
    *[!0-9]* | "") fail "what is '$entry'? A version, VERSION:MACHINE, snapshot or all" ;;
    *) check_native "$entry" ;;
  esac
done
{
  printf '| GCC | machine | passed | failed | not run | date |\n'
  printf '|---|---|---|---|---|---|\n'
  # In the order of versions, this machine first.
  (cd "$out/rows" && find . -type f | sed 's,^\./,,' | sort -V | xargs cat)
} >"$out/table.md"
cat "$out/table.md"
exit "$failed"
