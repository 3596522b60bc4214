#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Says in one sentence why the plugin cannot be built: which package is missing,
# or that the compiler is too old.
# usage: check-headers.sh GCC HOSTCC HOSTCXX
set -u
gcc=$1 hostcc=$2 hostcxx=$3
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
  case $gcc in
    *"$triplet"*) package=gcc-$major-plugin-dev-${triplet//_/-} ;;
    *) package=gcc-$major-plugin-dev ;;
  esac
  missing "$gcc has no plugin headers ($include)" "$package"
fi
echo '#include <gmp.h>' | "$hostcc" -E -x c - >/dev/null 2>&1 \
  || missing "the header gmp.h, which GCC's headers include, is missing" \
	     libgmp-dev
echo '#include <xxhash.h>' | "$hostcc" -E -x c - >/dev/null 2>&1 \
  || missing "the header xxhash.h is missing" libxxhash-dev
