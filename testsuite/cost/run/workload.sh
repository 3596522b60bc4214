# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# BusyBox's shell: a loop of builtins, arithmetic, expansions and a function.
effort=$1
count ()
{
  total=$((total + ${#1}))
}
total=0
i=0
while [ "$i" -lt $((60000 * effort)) ]; do
  i=$((i + 1))
  case $i in
    *7) count "$i" ;;
    *3*) word=${i#?}; count "${word}x" ;;
  esac
  test "$i" != 17 && true
done
printf '%s\n' "$total"
