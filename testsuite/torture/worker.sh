#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# worker.sh ITEM...  An item is `SOURCE OPTIONS': a file of gcc.c-torture and the
# options of a level.  Each is compiled with the plugin and, under execute/,
# run.  What goes wrong is tried without the plugin: only if it goes right there
# is it a failure; otherwise the test says nothing about the plugin.
#
# Environment: TORTURE_SOURCES, TORTURE_CC, TORTURE_PLUGIN (the arguments that
# load it), TORTURE_RUN (an emulator, or nothing), TORTURE_EXPECTED (the list of
# programs that are right to trap), TORTURE_ARCHITECTURE, TORTURE_REPRODUCE (1:
# only compile, twice, and compare the objects).
set -u
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/../lib/parallel.sh"
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/test-options.sh"

scratch=$PARALLEL_WORK/$$
mkdir -p "$scratch"
cd "$scratch" || exit 1
trap 'cd /; rm -rf "$scratch"' EXIT
read -r -a cc <<< "$TORTURE_CC"
read -r -a plugin <<< "$TORTURE_PLUGIN"
read -r -a run <<< "${TORTURE_RUN:-}"
# The C that these tests are written in is an error for GCC 14 and later.
dialect=(-std=gnu17)
if "${cc[@]}" -fpermissive -Werror -E -x c /dev/null > /dev/null 2>&1; then
  dialect+=(-fpermissive)
fi

# build OUTPUT OPTIONS...: the program, or the object of a compile-only test.
build ()
{
  local output=$1
  shift
  timeout 300 "${cc[@]}" "$@" "${options[@]}" "${inputs[@]}" "${last[@]}" \
    -o "$output" > "$output.text" 2>&1
}

# What a program ends with that a check stops: SIGILL, or SIGTRAP.
case $TORTURE_ARCHITECTURE in
  aarch64*|riscv*|powerpc*|mips*|loongarch*) trap_status=133 ;;
  *) trap_status=132 ;;
esac

# run_program FILE: leaves its exit status.
run_program ()
{
  # In braces, or the shell reports the signal that ended the program.
  {
    (ulimit -c 0
     exec timeout 60 "${run[@]}" "./$1" > "$1.output" 2>&1 < /dev/null)
  } 2> /dev/null
}

# Set inputs, options, last, runs for ITEM.
prepare ()
{
  local source=$1 extra
  shift
  inputs=("$TORTURE_SOURCES/$source")
  last=(-lm)
  runs=false
  read -r -a extra <<< "$(test_options "${inputs[0]}")"
  options=(-w "${dialect[@]}" "$@" "${extra[@]}")
  case $source in
    execute/builtins/*)
      inputs+=("${inputs[0]%.c}-lib.c"
	       "$TORTURE_SOURCES/execute/builtins/lib/main.c")
      options+=(-fno-tree-dse -fno-tree-loop-distribute-patterns -fno-tracer
		-fno-ipa-ra -fno-inline-functions)
      # Options of its own in a file beside it: set additional_flags OPTIONS
      if [ -r "${inputs[0]%.c}.x" ]; then
	read -r -a extra < <(sed -n 's/^set additional_flags //p' \
			       "${inputs[0]%.c}.x")
	options+=("${extra[@]}")
      fi
      runs=true ;;
    execute/ieee/*)
      options+=(-fno-inline)
      runs=true ;;
    execute/*)
      runs=true ;;
    *)
      last=(-c) ;;
  esac
  case "${options[*]}" in
    *-S*) last=() ;;
  esac
}

# What the plugin says about this item; nothing is the normal case.
plugin_text ()
{
  grep -i kcfi "$1" | head -n 3
}

# Report a failure with what was printed.
failure ()
{
  result FAIL "$1"
  { echo "== $1"; cat "$2"; } | log_text
}

# Two objects of the same source, made at different times by processes with
# other addresses, are equal byte by byte.
reproduce ()
{
  local item=$1 name
  read -r -a words <<< "$item"
  prepare "${words[@]}"
  name="reproducible/$item"
  last=(-c)
  inputs=("${inputs[0]}")
  rm -f ./*
  if ! build one "${plugin[@]}"; then
    result UNSUPPORTED "$name (does not compile)"
  elif ! KCFI_NOTHING=$item build two "${plugin[@]}" || ! cmp one two > cmp.text 2>&1
  then
    failure "$name" cmp.text
  else
    result PASS "$name"
  fi
}

try ()
{
  local item=$1 name status reference expected
  read -r -a words <<< "$item"
  prepare "${words[@]}"
  name="torture/$item"
  expected=$(awk -v test="${words[0]}" '$1 == test { print $2 }' \
	       "$TORTURE_EXPECTED")
  rm -f ./*

  build kcfi "${plugin[@]}"
  status=$?
  if [ $status != 0 ]; then
    build plain
    reference=$?
    if [ $reference != 0 ] && [ -z "$(plugin_text kcfi.text)" ]; then
      result UNSUPPORTED "$name (does not compile without the plugin either)"
    else
      failure "$name (compilation)" kcfi.text
    fi
    return
  fi
  if [ -n "$(plugin_text kcfi.text)" ]; then
    failure "$name (message of the plugin)" kcfi.text
    return
  fi
  if ! $runs; then
    result PASS "$name"
    return
  fi

  run_program kcfi
  status=$?
  if [ $status = 0 ]; then
    result PASS "$name"
    return
  fi
  build plain
  run_program plain
  reference=$?
  if [ $reference = $status ]; then
    result UNSUPPORTED "$name (ends with $status without the plugin as well)"
  elif [ $status = "$trap_status" ] && [ "$expected" = traps ]; then
    result XFAIL "$name (is right to trap)"
  else
    failure "$name (ends with $status instead of $reference)" kcfi.output
  fi
}

for item; do
  if [ "${TORTURE_REPRODUCE:-0}" = 1 ]; then
    reproduce "$item"
  else
    try "$item"
  fi
done
