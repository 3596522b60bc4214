# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# The files that format.sh, lint.sh and pre-commit look at; they source this.
# Each list is whatever git knows but for the folders that are named here with a
# reason, so that no new folder is forgotten.

# What a theme of the test suite compiles is written as the case needs it, with its
# warnings; the unit tests and what audit has in folders are programs.
inputs=(':(exclude,glob)testsuite/audit/*.c'
  ':!testsuite/userland'
  # For a microcontroller only; the theme `support' compiles it.
  ':!doc/example/firmware'
  # Needs C++17.
  ':!testsuite/cost/headers.cc'
  # Need lists and a header that bench-run.sh provides.
  ':!testsuite/cost/run/sites.c' ':!testsuite/cost/run/sites-main.c'
  ':!testsuite/cost/run/parse.c'
  # Needs the headers of a kernel.
  ':!testsuite/kernel/guest/module')
for theme in $(git ls-files -- 'testsuite/*/*.exp' | cut -d/ -f2 | sort -u); do
  case $theme in
    audit | unit) ;;
    *) inputs+=(":!testsuite/$theme") ;;
  esac
done
# Laid out by hand: tables of the generators, programs of the kernel's guest.
by_hand=(':!testsuite/random' ':!testsuite/kernel' ':!testsuite/audit/fuzz')

mapfile -t c_sources < <(git ls-files -- '*.c' "${inputs[@]}")
mapfile -t cxx_sources < <(git ls-files -- '*.cc' "${inputs[@]}")
mapfile -t formatted < <(git ls-files -- '*.c' '*.cc' '*.h' "${inputs[@]}" \
  "${by_hand[@]}")
mapfile -t scripts < <({
  git ls-files -- '*.sh'
  git grep -lE '^#!.*\b(ba)?sh$'
} | LC_ALL=C sort -u)

# only LIST FILE...: LIST becomes those of it that are among FILE...
only ()
{
  local -n list=$1
  shift
  mapfile -t list < <(printf '%s\n' "${list[@]}" \
    | grep -xF -f <(printf '%s\n' "$@"))
}
