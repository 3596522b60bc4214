# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the workers: reads what GCC's tests say about themselves.

# test_options FILE: the options that it asks for: dg-options and
# dg-additional-options that name no target, or the machine TORTURE_ARCHITECTURE.
test_options ()
{
  # Some of the files are not in UTF-8.
  LC_ALL=C sed -n -E '
    s/.*dg-(additional-)?options +("([^"]*)"|\{ *"([^"]*)" *\}) *(\{.*)?\}.*/\3\4\t\5/p
  ' "$1" | while IFS=$'\t' read -r asked selector; do
    case $selector in
      ''|*"$TORTURE_ARCHITECTURE"*|*" fpic "*|*" pie "*|*" pthread "*) ;;
      *) continue ;;
    esac
    case $selector in
      *"! fpic"*|*ilp32*|*"&& ia32"*) ;;
      *) echo "$asked" ;;
    esac
  done | tr '\n' ' '
}

# asked_standard FILE: the option for the standard that a C++ test asks for by its folder
# or its target.  `{ target c++11 }' means this and later ones, so the default.
asked_standard ()
{
  # So coroutines.exp has it.
  case $1 in
    */coroutines/*) echo -std=c++20; return ;;
  esac
  LC_ALL=C sed -n -E '
    /dg-do.*target/ {
      s/.*! *c\+\+11.*/-std=gnu++98/p
      t
      s/.*! *c\+\+14.*/-std=gnu++11/p
      t
      s/.*! *c\+\+17.*/-std=gnu++14/p
      t
      s/.*! *c\+\+20.*/-std=gnu++17/p
      t
      s/.*c\+\+(2[0-9ab]).*/-std=c++\1/p
      t
      s/.*c\+\+(98|03|11|14|17)_(only|down).*/-std=gnu++\1/p
    }' "$1" | head -n 1
}
