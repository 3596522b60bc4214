#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cxx.sh OUTPUT COMPILER PLUGIN AUDIT  builds musl, GCC's libstdc++ and, on top
# of them and statically, C++ programs that nobody here wrote, all with the
# plugin; runs their tests and audits what was linked.  Virtual calls are
# checked everywhere (virtual-all).  Results: OUTPUT/NAME.sum and .log.
#
# What is built stays in OUTPUT/userland-cxx, and is used again as long as the
# plugin and the compiler are the same.
#
# Environment:
#   MODES   how virtual calls are checked, default "name class"; also "off"
#   PARTS   programs, default "tinyxml2 jsoncpp ninja leveldb cppcheck"
#   NAME    of the results, default `userland-cxx'
#   JOBS    processes
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/parts.sh"
# shellcheck source-path=SCRIPTDIR
. "$here/musl.sh"
# shellcheck source-path=SCRIPTDIR
. "$here/libstdcxx.sh"

read_arguments userland-cxx "$@"
require_machine
cxx_compiler=${compiler/gcc/g++}
parts=${PARTS:-tinyxml2 jsoncpp ninja leveldb cppcheck}
read_parts cxx-programs

# What the objects depend on besides their sources.
describe_build ()
{
  "$compiler" -v 2>&1 | tail -n 1
  sha256sum < "$plugin"
  cat "$here"/{musl,libstdcxx}.sh "$here"/{kcfi.specs.in,cxx-start.c} \
    "$here"/patches/{musl,libstdc++}.patch | sha256sum
}

# compile FOLDER SOURCE... -- OPTION...: the objects FOLDER/SOURCE.o, of which
# those that exist stay.  The sources are relative to the present directory.
compile ()
{
  local folder=$1 sources=()
  shift
  while [ "$1" != -- ]; do
    [ -e "$folder/$1.o" ] || sources+=("$1")
    shift
  done
  shift
  # shellcheck disable=SC2016
  [ ${#sources[@]} = 0 ] || printf '%s\n' "${sources[@]}" \
    | xargs -P "$JOBS" -I{} sh -c \
      'object=$1/{}.o; shift
       mkdir -p "${object%/*}" && "$@" -c "{}" -o "$object.new" \
	 && mv "$object.new" "$object"' sh "$folder" "$built/c++" -w "$@"
}

# unpack_part PART PACKAGE: a copy of the sources, with the patch if there is one.
unpack_part ()
{
  [ ! -e "$built/$1/unpacked" ] || return 0
  rm -rf "${built:?}/$1"
  cp -r "$work/sources/$2" "$built/$1"
  if [ -e "$here/patches/$1.patch" ]; then
    (cd "$built/$1" && patch -p1 -s < "$here/patches/$1.patch") || return 1
  fi
  touch "$built/$1/unpacked"
}

# The library and the programs with virtual calls checked as $mode says.  What
# does not build is not run.
try_mode ()
{
  local part
  built=$work/mode-$mode
  mkdir -p "$built"
  write_cxx_compiler
  echo "userland: libstdc++, virtual=$mode"
  passes "libstdc++, virtual=$mode: builds" build_libstdcxx || return
  passes "libstdc++, virtual=$mode: runs" test_libstdcxx
  passes "libstdc++, virtual=$mode: a forged table traps" test_forged_table
  for part in $parts; do
    echo "userland: $part, virtual=$mode"
    ! passes "$part, virtual=$mode: builds" "build_$part" || "test_$part"
  done
}

start_parts "${NAME:-userland-cxx}" unpack_libstdcxx
if [ "$(describe_build)" != "$(cat "$work/describes" 2>/dev/null)" ]; then
  rm -rf "$work/describes" "$work/root" "$work"/mode-*
fi
write_compilers
echo "userland: musl"
if { [ ! -e "$work/root/lib/libc.a" ] && ! passes "musl: builds" build_musl; } \
  || ! passes "unwinder: builds" build_unwinder; then
  parallel_finish
  exit 1
fi
describe_build > "$work/describes"
for mode in ${MODES:-name class}; do
  try_mode
done
parallel_finish
