#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# hierarchies-worker.sh SEED...  What a program of hierarchy-gen prints at -O0 without
# the plugin is what it must print with the plugin in each mode of virtual=, at the
# level that the seed chooses; what differs is tried without the plugin at that level.
# Its forged tables must then trap, or not, as hierarchy-forge.c says.
#
# A program that virtual=class refuses, because one thunk would need two ids, must be
# one that the generator expects it of, and pass with what the message advises.
#
# Environment: HIERARCHIES_TOOLS (where hierarchy-gen is), HIERARCHIES_CXX,
# HIERARCHIES_PLUGIN (a file), HIERARCHIES_MODES, HIERARCHIES_MODE_PICK (1 or all),
# HIERARCHIES_LEVELS (separated by `;'), HIERARCHIES_PICK (levels per program, or all),
# HIERARCHIES_RUN (an emulator, or nothing).
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../run-programs.sh"

parallel_scratch
IFS=';' read -r -a levels <<< "$HIERARCHIES_LEVELS"
read -r -a run <<< "${HIERARCHIES_RUN:-}"
read -r -a modes <<< "$HIERARCHIES_MODES"
execute=$here/../../execute
traps=$here/../../lib/kcfi-traps.ld
standards=(-std=gnu++17 -std=gnu++20 -std=gnu++14 -std=gnu++11)

# build NAME UNITS OPTION...: the program NAME of one unit or of two.
build ()
{
  local name=$1 units=$2 unit objects=()
  shift 2
  set -- "$HIERARCHIES_CXX" -w "${program_options[@]}" -I"$here" -I"$execute" "$@"
  for ((unit = 0; unit < units; unit++)); do
    objects+=("$name-$unit.o")
    [ "$units" = 1 ] || set -- "$@" "-DUNIT=$unit"
    timeout 300 "$@" -c program.cc -o "$name-$unit.o" >> "$name.text" 2>&1 || return
  done
  timeout 300 "$@" "${objects[@]}" trap.o "-Wl,-T,$traps" -o "$name" \
    >> "$name.text" 2>&1
}

# True if virtual=class may refuse the methods that it has refused.
refused_rightly ()
{
  local line method good
  while read -r line; do
    good=
    while read -r method; do
      [[ $line == *"::$method"* ]] && good=1
    done < <(sed -n 's|^/\* Two ids: \(.*\)\.  \*/$|\1|p' program.cc)
    [ "$good" ] || return 1
  done < <(grep 'would need two ids' plugin.text)
  ! grep 'error:' plugin.text | grep -qv 'would need two ids'
}

# try_mode NAME MODE UNITS LEVEL...
try_mode ()
{
  local name=$1 mode=$2 units=$3 number=0 apart=()
  shift 3
  case $mode in
    name) number=1 ;;
    class) number=2 ;;
  esac
  set -- "$@" -fplugin="$HIERARCHIES_PLUGIN" -DKCFI_PLUGIN=1
  [ "$mode" = off ] || set -- "$@" "-fplugin-arg-kcfi-virtual=$mode"
  rm -f plugin plugin.text
  if ! build plugin "$units" "$@" -DVIRTUAL=$number; then
    if grep -q 'would need two ids' plugin.text && [ "$mode" = class ]; then
      refused_rightly || { failure "$name: refused" plugin.text; return; }
      apart=(-DAPART)
      rm plugin.text
      build plugin "$units" "$@" -DVIRTUAL=$number "${apart[@]}"
    fi
  fi
  if [ ! -e plugin ] && build plain "$units" "${plain[@]}"; then
    failure "$name: compilation" plugin.text
  elif [ ! -e plugin ]; then
    result UNSUPPORTED "$name: does not compile without the plugin either"
  elif grep -qi kcfi plugin.text; then
    failure "$name: message of the plugin" plugin.text
  else
    judge_output "$name" build plain "$units" "${plain[@]}" || return
    [ ${#apart[@]} = 0 ] || { result PASS "$name (set apart)"; return; }
    ! judge_forged "$name" "forged tables" || result PASS "$name"
  fi
}

# try_level NAME SEED LEVEL...
try_level ()
{
  local name=$1 seed=$2 units=1 mode chosen=("${modes[@]}")
  shift 2
  # A function of two units, of which the linker takes one, cannot be patchable: the
  # list of the other stays (GCC before 13).
  [[ $((seed / 7 % 4)) != 0 || $* == *-fpatchable* ]] || units=2
  plain=("$@")
  [ "$HIERARCHIES_MODE_PICK" = all ] \
    || chosen=("${modes[seed / ${#levels[@]} % ${#modes[@]}]}")
  for mode in "${chosen[@]}"; do
    try_mode "$name virtual=$mode" "$mode" "$units" "$@"
  done
}

try ()
{
  local seed=$1 count=${#levels[@]} tried=0 level
  rm -f ./plain* ./plugin* ./*.out
  "$HIERARCHIES_TOOLS/hierarchy-gen" "$seed" > program.cc
  read -r -a program_options \
    < <(sed -n '1s|^/\* Options:\(.*\)\.  \*/$|\1|p' program.cc)
  program_options+=("${standards[seed / 3 % 4]}")
  if ! build plain 1 -O0; then
    result UNRESOLVED "hierarchies seed $seed: no program"
    { echo "== $seed"; head -c 2000 plain.text; } | log_text
    return
  fi
  run_program expected.out ./plain
  if [ "$(tail -n 1 expected.out)" != "exit status 0" ]; then
    result UNRESOLVED "hierarchies seed $seed: $(tail -n 1 expected.out) without the plugin"
    return
  fi
  while [ "$tried" -lt "$count" ]; do
    [ "$HIERARCHIES_PICK" = all ] || [ "$tried" -lt "$HIERARCHIES_PICK" ] || break
    level=${levels[(seed + tried) % count]}
    # shellcheck disable=SC2086
    try_level "hierarchies seed $seed $level" "$seed" $level
    tried=$((tried + 1))
  done
}

"${HIERARCHIES_CXX/g++/gcc}" -O2 -c "$execute/support/trap.c" -o trap.o || exit 1
for item; do
  try "$item"
done
