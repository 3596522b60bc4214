#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# programs-worker.sh ITEM...  An item is `own SEED' (program-gen) or `csmith
# SEED'.  The program's output at -O0 without the plugin is what it must print
# with the plugin, at the levels that the seed chooses; what differs is tried
# without the plugin at that level.  Programs of our own must then trap at their
# forged call.
#
# Environment: PROGRAMS_TOOLS (where program-gen is), PROGRAMS_CC,
# PROGRAMS_PLUGIN (a file), PROGRAMS_AUDIT (kcfi-audit or empty),
# PROGRAMS_LEVELS (separated by `;'), PROGRAMS_SWITCHES, PROGRAMS_PICK (levels per program, or
# all), PROGRAMS_RUN (an emulator, or nothing).
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$here/../run-programs.sh"

parallel_scratch
IFS=';' read -r -a levels <<< "$PROGRAMS_LEVELS"
read -r -a run <<< "${PROGRAMS_RUN:-}"
support=$here/../../execute/support/trap.c
traps=$here/../../lib/kcfi-traps.ld

# build OUTPUT PLUGIN-OPTIONS... -- LEVEL...
build ()
{
  local output=$1 extra=()
  shift
  while [ "$1" != -- ]; do
    extra+=("$1")
    shift
  done
  shift
  timeout 300 "$PROGRAMS_CC" -w "$@" "${extra[@]}" "${includes[@]}" \
    -c program.c -o "$output.o" > "$output.text" 2>&1 \
    && timeout 300 "$PROGRAMS_CC" -w "$@" "${extra[@]}" "$output.o" trap.o \
      "-Wl,-T,$traps" -o "$output" >> "$output.text" 2>&1
}

generate ()
{
  case $1 in
    own)
      includes=(-I"$here/../../execute")
      "$PROGRAMS_TOOLS/program-gen" "$2" > program.c ;;
    csmith)
      includes=(-I/usr/include/csmith)
      csmith --seed "$2" --max-funcs 6 --max-block-depth 3 \
	--no-packed-struct > program.c 2> /dev/null ;;
  esac
}

# A level out of SEED: -O1 to -O3 or -Os, and 16 optimizations on or off.
random_level ()
{
  local switches switch i
  read -r -a switches <<< "$PROGRAMS_SWITCHES"
  RANDOM=$1
  set -- -O1 -O2 -O3 -Os
  printf '%s' "${@:RANDOM % 4 + 1:1}"
  for ((i = 0; i < 16; i++)); do
    switch=${switches[RANDOM % ${#switches[@]}]}
    [ $((RANDOM % 2)) = 0 ] && switch=no-$switch
    printf ' -f%s' "$switch"
  done
}

# Try the program at one LEVEL.
try_level ()
{
  local name=$1 kind=$2
  shift 2
  if ! build plugin -fplugin="$PROGRAMS_PLUGIN" -DKCFI_PLUGIN=1 -- "$@"; then
    if grep -q 'use fewer .-ffixed-. registers' plugin.text; then
      result UNSUPPORTED "$name: no free register is left"
    elif build plain -- "$@"; then
      failure "$name: compilation" plugin.text
    else
      result UNSUPPORTED "$name: does not compile without the plugin either"
    fi
    return
  fi
  if grep -qi kcfi plugin.text; then
    failure "$name: message of the plugin" plugin.text
    return
  fi
  judge_output "$name" build plain -- "$@" || return
  [ "$kind" != own ] || judge_forged "$name" "forged call" || return
  if [ -n "${PROGRAMS_AUDIT:-}" ] && ! [[ " $* " == *" -flto "* ]] \
      && ! "$PROGRAMS_AUDIT" --fail-on="$PROGRAMS_AUDIT_FAILURES" --no-progress \
	plugin.o > audit.out 2>&1; then
    failure "$name: audit" audit.out
    return
  fi
  result PASS "$name"
}

try ()
{
  local kind seed level number count=${#levels[@]} tried=0
  read -r kind seed <<< "$1"
  rm -f ./plain* ./plugin* ./*.out
  if ! generate "$kind" "$seed" \
      || ! build plain -- -O0; then
    result UNRESOLVED "programs $kind seed $seed: no program"
    return
  fi
  run_program expected.out ./plain
  if [ "$(tail -n 1 expected.out)" != "exit status 0" ]; then
    result UNSUPPORTED "programs $kind seed $seed: $(tail -n 1 expected.out) without the plugin"
    return
  fi
  number=$((seed % count))
  while :; do
    level=${levels[number]}
    [ "$level" != random ] || level=$(random_level "$seed")
    # shellcheck disable=SC2086
    try_level "programs $kind seed $seed $level" "$kind" $level
    tried=$((tried + 1))
    [ "$tried" -lt "$count" ] || break
    [ "$PROGRAMS_PICK" = all ] || [ "$tried" -lt "$PROGRAMS_PICK" ] || break
    number=$(((number + 1 + seed / count % (count - 1)) % count))
    [ "$PROGRAMS_PICK" != all ] || number=$(((seed + tried) % count))
  done
}

"$PROGRAMS_CC" -O2 -c "$support" -o trap.o || exit 1
for item; do
  try "$item"
done
