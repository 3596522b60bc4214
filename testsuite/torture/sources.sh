#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sources.sh DIRECTORY MAJOR FOLDER...  unpacks these folders of GCC's testsuite,
# as Debian's package gcc-MAJOR-source ships them, into DIRECTORY, once.
set -eu
[ $# -ge 3 ] || { echo "usage: sources.sh DIRECTORY MAJOR FOLDER..." >&2
		  exit 2; }
directory=$1
major=$2
shift 2
archives=(/usr/src/gcc-"$major"/gcc-"$major"*.tar.xz)
archive=${archives[0]}
[ -r "$archive" ] || {
  echo "torture: no GCC source in /usr/src/gcc-$major:" \
       "install gcc-$major-source" >&2
  exit 1
}
if [ "$(cat "$directory/unpacked" 2>/dev/null)" != "$archive $*" ]; then
  rm -rf "$directory"
  mkdir -p "$directory"
  # The folder at the top has the version for its name, or with a date behind it.
  tar -C "$directory" --strip-components=3 --wildcards -xJf "$archive" \
    "${@/#/*/gcc/testsuite/}"
  echo "$archive $*" > "$directory/unpacked"
fi
