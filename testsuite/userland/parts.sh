# shellcheck shell=bash disable=SC2034,SC2154 # what the scripts have in common
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by userland.sh and cxx.sh: their arguments, the programs to build on top
# of musl, and their sources.
#
#   read_arguments NAME OUTPUT COMPILER PLUGIN AUDIT
#			sets `output', `work' (OUTPUT/NAME), `compiler', `plugin'
#			and `audit'
#   read_parts FOLDER	reads FOLDER/PART.sh for each of $parts, which defines
#			packages_PART, build_PART and test_PART
#   start_parts NAME [COMMAND...]
#			begins the results of NAME and unpacks the sources of musl
#			and of $parts, to $work/sources; COMMAND has more to unpack.
#			Ends the script if it cannot
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/../lib/parallel.sh"

read_arguments ()
{
  [ $# = 5 ] || { echo "usage: ${0##*/} OUTPUT COMPILER PLUGIN AUDIT" >&2
		  exit 2; }
  mkdir -p "$2/$1"
  output=$(cd "$2" && pwd)
  work=$output/$1
  compiler=$3
  plugin=$(realpath "$4") || exit 1
  audit=$(realpath "$5") || exit 1
}

read_parts ()
{
  local part
  for part in $parts; do
    # shellcheck disable=SC1090
    . "$here/$1/$part.sh" || exit 1
  done
}

start_parts ()
{
  local part packages=()
  for part in $parts; do
    # shellcheck disable=SC2207
    packages+=($("packages_$part"))
  done
  parallel_start "$1" "$output"
  shift
  mkdir -p "$work/sources"
  if ! log "$here/sources.sh" "$work/sources" musl "${packages[@]}" \
    || { [ $# != 0 ] && ! log "$@"; }; then
    result UNRESOLVED "userland: no sources"
    cat "$work/last.text"
    parallel_finish
    exit 1
  fi
}
