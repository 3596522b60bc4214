#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what make can do, from the comments at the top of the makefiles:
#
#   make TARGET     what it does, perhaps
#                   on several lines
#
# The heading of a file's lines is what its first comment begins with.
# usage: help.sh MAKEFILE...
#        help.sh --check "MACHINE..." MAKEFILE... < TARGETS
#            whether each target that users name has a line and each line a target;
#            check-MACHINE in a line stands for that of each MACHINE
set -u

lines () {
  awk '
    FNR == 1 { heading = ""; shown = 0; in_line = 0 }
    heading == "" && /^# / && !/SPDX/ { heading = $0 }
    /^#   make / {
      if (!shown) {
	shown = 1
	sub (/^# /, "", heading)
	sub (/[;:,.].*/, "", heading)
	print (NR == FNR ? "" : "\n") heading ":"
      }
      print substr ($0, 3)
      in_line = 1
      next
    }
    in_line && /^#               / { print substr ($0, 3); next }
    { in_line = 0 }' "$@"
}

# Targets that are parts of others or prepare them.
internal='^(always|(setup|clean|install|uninstall)-.*|.*-where-possible)$'

check () {
  local machines=$1 targets names name machine failed=0
  shift
  targets=$(tr -s ' ' '\n' | LC_ALL=C sort -u)
  # `make GCC=gcc-12' and `make' alone name no target.
  names=$(lines "$@" | sed -n 's/^  make  *\([^ ]*\).*/\1/p' | grep -v = \
    | while read -r name; do
      case $name in
	*MACHINE)
	  for machine in $machines; do
	    grep -xF -- "${name%MACHINE}$machine" <<<"$targets"
	  done ;;
	*) echo "$name" ;;
      esac
    done | LC_ALL=C sort -u)
  while read -r name; do
    echo "help: target $name has no line \`#   make $name   ...' in a makefile" >&2
    failed=1
  done < <(LC_ALL=C comm -23 <(grep -vE "$internal" <<<"$targets") \
	     <(echo "$names") | grep .)
  while read -r name; do
    echo "help: a line tells of make $name, which is no target" >&2
    failed=1
  done < <(LC_ALL=C comm -13 <(echo "$targets") <(echo "$names") | grep .)
  [ "$failed" = 0 ] || exit 1
  echo "help: every target has its line"
}

if [ "${1:-}" = --check ]; then
  shift
  check "$@"
else
  lines "$@"
fi
