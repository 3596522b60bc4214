#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sources.sh DIRECTORY  unpacks GCC's C torture tests, as Debian's package
# gcc-12-source ships them, into DIRECTORY, once.  Prints where they are.
set -eu
directory=${1:?usage: sources.sh DIRECTORY}
archives=(/usr/src/gcc-12/gcc-12*.tar.xz)
archive=${archives[0]}
[ -r "$archive" ] || {
  echo "torture: no GCC source in /usr/src/gcc-12: install gcc-12-source" >&2
  exit 1
}
version=${archive##*/}
version=${version%.tar.xz}
version=${version%-dfsg}
if [ ! -e "$directory/unpacked" ]; then
  rm -rf "$directory"
  mkdir -p "$directory"
  tar -C "$directory" --strip-components=3 -xJf "$archive" \
    "$version/gcc/testsuite/gcc.c-torture"
  touch "$directory/unpacked"
fi
echo "$directory/gcc.c-torture"
