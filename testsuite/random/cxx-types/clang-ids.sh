# shellcheck shell=bash disable=SC2034,SC2154 # what the workers have in common
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the workers here, whose files Clang compiles:
#
#   clang, normalize, generalize    its command, and options
#   choose_words SEED               sets `words', what the file of SEED has
#   make_file SEED                  unit.cc of these
#   rejects STATUS NAME TEXT        a compiler does not take it: a result
#   read_summary                    sets `compared', `different' and `summary' by the
#                                   last line of `differences', and counts
#   judge GOOD NAME FILE...         a result: it passes if GOOD is 0; otherwise the
#                                   differences and the FILEs go to the log
# Environment: CXX_TYPES_TOOLS, CXX_TYPES_CLANG, CXX_TYPES_COUNT.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/../../lib/parallel.sh"

read -r -a clang <<< "$CXX_TYPES_CLANG"
normalize=-fsanitize-cfi-icall-experimental-normalize-integers \
  generalize=-fsanitize-cfi-icall-generalize-pointers

choose_words ()
{
  words=()
  case $(($1 % 8)) in
    1) words=(unnamed) ;;
    2) words=(tags) ;;
    3) words=(library) ;;
    5) words=(unnamed tags) ;;
    7) [ $(($1 / 8 % 4)) != 0 ] || words=(library unnamed) ;;
  esac
}

make_file ()
{
  "$CXX_TYPES_TOOLS/cxx-type-gen" "$1" "$CXX_TYPES_COUNT" "${words[@]}" > unit.cc
}

rejects ()
{
  result "$1" "$2"
  { echo "== $2"; grep -m 5 error "$3"; } | log_text
}

read_summary ()
{
  summary=$(tail -n 1 differences)
  read -r compared _ different _ <<< "$summary"
  echo "${compared:=0}" >> "$PARALLEL_WORK/compared.$$"
}

judge ()
{
  local good=$1 name=$2
  shift 2
  if [ "$good" = 0 ]; then
    result PASS "$name"
  else
    result FAIL "$name: ${summary:-$(cat "$@")}"
    { echo "== $name: $summary"; head -n 30 differences; cat "$@"; } | log_text
  fi
}
