#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the whole of `make check' with every GCC there is: those installed here,
# and those of Debian sid in a chroot that it makes.  Prints a table, which
# doc/results/compilers.md keeps.
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
# shellcheck source-path=SCRIPTDIR source=sid-chroot.sh
. testsuite/sid-chroot.sh
snapshot=/usr/lib/gcc-snapshot
failed=0

# install ENTRY PACKAGE...: these and what all tests need, in the chroot.
install () {
  local entry=$1 version
  shift
  clang=$(first_available clang-19 clang-22 clang-21 clang-20)
  version=${clang#clang-}
  in_chroot apt-get install -y --no-install-recommends "$@" gcc g++ make git \
    dejagnu libxxhash-dev libgmp-dev binutils "$clang" "lld-$version" lld \
    binutils-gold "llvm-$version" "libclang-rt-$version-dev" libdw-dev libelf-dev \
    libcapstone-dev libiberty-dev rustc groff-base xz-utils bzip2 time procps file \
    valgrind cmake meson ninja-build autoconf automake libtool ccache distcc \
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
  enter_chroot tree
  if install "$major" "gcc-$major" "g++-$major" "gcc-$major-plugin-dev" \
       "libgccjit-$major-dev"; then
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
  enter_chroot tree
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
  enter_chroot tree
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
