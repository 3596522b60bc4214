#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The tools that build systems look for beside the driver.  CMake takes what stands
# before "gcc" in the compiler's name for the prefix of all tools: beside
# kcfi-gcc-12 it wants kcfi-gcc-ar-12, without which there is no LTO, and beside
# aarch64-linux-gnu-kcfi-gcc-12 also aarch64-linux-gnu-kcfi-ar, in whose place it
# would take this machine's ar.  Each is a script that becomes the tool itself, but
# for the C++ compiler kcfi-g++-12: that is the driver by another name.  Where GCC is a
# path, the tool is the one beside the script, if there is one, so that a toolchain can
# be moved, or else the one beside GCC.  A toolchain may leave binutils to PATH.
# usage: companions.sh install FOLDER GCC
#        companions.sh remove FOLDER GCC
#        companions.sh list GCC		lines NAME TOOL
set -eu
usage () {
  sed -n '/^# usage/,/^#        companions.sh list/s/^# //p' "$0" >&2
  exit 2
}

# Lines NAME TOOL for the compiler $1: gcc-12, aarch64-linux-gnu-gcc-12, /opt/bin/gcc.
list () {
  local name=${1##*/} folder=
  case $name in
    gcc | gcc-[0-9]* | *-gcc | *-gcc-[0-9]*) ;;
    *) return 0 ;;
  esac
  [ "$name" = "$1" ] || folder=${1%/*}/
  local prefix=${name%gcc*} suffix=${name##*gcc} tool
  for tool in ar nm ranlib; do
    echo "${prefix}kcfi-gcc-$tool$suffix $folder${prefix}gcc-$tool$suffix"
  done
  [ -n "$prefix" ] || return 0
  for tool in addr2line ar ld nm objcopy objdump ranlib readelf strip; do
    echo "${prefix}kcfi-$tool $folder$prefix$tool"
  done
}

# The script for TOOL: a name, or a path beside the compiler.
write_script () {
  if [ "${1##*/}" != "$1" ]; then
    local other=$1
    [ -x "$other" ] || other=${1##*/}
    # shellcheck disable=SC2016
    printf '#!/bin/sh\ntool=${0%%/*}/%s\n[ -x "$tool" ] || tool='\''%s'\''\nexec "$tool" "$@"\n' \
      "${1##*/}" "$other"
  else
    printf "#!/bin/sh\nexec '%s' \"\$@\"\n" "$1"
  fi
}

# What the driver for C++ is called, beside the compiler $1's driver for C; nothing if
# that has no such name.
cxx_driver () {
  local name=${1##*/}
  case $name in
    gcc | gcc-[0-9]*) echo "kcfi-g++${name#gcc}" ;;
    *-gcc | *-gcc-[0-9]*) echo "${name%gcc*}kcfi-g++${name##*gcc}" ;;
  esac
}

case ${1:-} in
  install)
    [ $# = 3 ] || usage
    list "$3" | while read -r name tool; do
      write_script "$tool" > "$2/$name"
      chmod 755 "$2/$name"
    done
    name=$(cxx_driver "$3")
    [ -z "$name" ] || ln -sf "${name/kcfi-g++/kcfi-gcc}" "$2/$name" ;;
  remove)
    [ $# = 3 ] || usage
    list "$3" | while read -r name tool; do
      rm -f "$2/$name"
    done
    name=$(cxx_driver "$3")
    [ -z "$name" ] || rm -f "$2/$name" ;;
  list)
    [ $# = 2 ] || usage
    list "$2" ;;
  *) usage ;;
esac
