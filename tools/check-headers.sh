#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Says in one sentence why the plugin cannot be built: which package is missing,
# or that the compiler is too old.
# usage: check-headers.sh GCC HOSTCC HOSTCXX
#        CPPFLAGS in the environment are those that the plugin is built with
set -u
gcc=$1 hostcc=$2 hostcxx=$3
read -ra flags <<< "${CPPFLAGS:-}"
major=$("$gcc" -dumpversion | cut -d. -f1)
triplet=$("$gcc" -dumpmachine)
include=$("$gcc" -print-file-name=plugin)/include

missing () {
  echo "kcfi: $1: install package $2 (make demo does)" >&2
  exit 1
}

oldest=$(sed -n 's/^#define KCFI_OLDEST_GCC //p' \
	   "$(dirname "$0")/../plugin/gcc-compat.h")
if [ "$major" -lt "$oldest" ]; then
  echo "kcfi: $gcc is GCC $major: the plugin needs GCC $oldest or later" >&2
  exit 1
fi
command -v "$hostcc" >/dev/null \
  || missing "there is no C compiler \"$hostcc\" (HOSTCC= names another)" gcc
command -v "$hostcxx" >/dev/null \
  || missing "there is no C++ compiler \"$hostcxx\" (HOSTCXX= names another)" g++
if [ ! -f "$include/gcc-plugin.h" ]; then
  if ! dpkg-query -S "$(realpath "$(command -v "$gcc")")" > /dev/null 2>&1; then
    # Nobody packages headers for a compiler that a package has not brought.
    echo "kcfi: $gcc has no plugin headers ($include): it was built with" \
	 "--disable-plugin, or its builder left them out; build it with" \
	 "--enable-plugin, or take the headers from whoever built it" >&2
    exit 1
  fi
  case $gcc in
    *"$triplet"*) package=gcc-$major-plugin-dev-${triplet//_/-} ;;
    *) package=gcc-$major-plugin-dev ;;
  esac
  missing "$gcc has no plugin headers ($include)" "$package"
fi

# includes HEADER PACKAGE: HEADER is found with the flags of the build.
includes () {
  # The compiler that builds may bring its own, and GCC's folder its headers' needs.
  echo "#include <$1>" | "$hostcc" -E -x c -isystem "$include" \
    "${flags[@]}" - > /dev/null 2>&1 && return
  missing "there is no header $1, which $2 (CPPFLAGS=-I names its folder)" "$3"
}
includes gmp.h "GCC's headers include" libgmp-dev
includes xxhash.h "the plugin needs" libxxhash-dev
