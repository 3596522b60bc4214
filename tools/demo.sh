#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles doc/example/demo.c with the plugin, runs it, and shows the code.  What a
# cross compiler makes runs under QEMU, if that is there.
# usage: demo.sh GCC OUTPUT-FOLDER
set -eu
gcc=$1
out=$(cd "$2" && pwd)
cd "$(dirname "$0")/.."
program=$out/demo
triplet=$("$gcc" -dumpmachine)
machine=${triplet%%-*}
objdump=$("$gcc" -print-prog-name=objdump)

# What the kernel makes of the machine's trap, and what QEMU calls the machine.
signal=TRAP
emulated=$machine
case $machine in
  x86_64 | arm* | s390x) signal=ILL ;;
  i?86) signal=ILL emulated=i386 ;;
  powerpc64le) emulated=ppc64le ;;
  powerpc64) emulated=ppc64 ;;
esac
runner=()
[ "$machine" = "$(uname -m)" ] || runner=("qemu-$emulated" -L "/usr/$triplet")

fail ()
{
  echo "demo: $*" >&2
  exit 1
}

show_run ()
{
  local result status=0
  if [ ${#runner[@]} -gt 0 ] && ! command -v "${runner[0]}" >/dev/null; then
    echo
    echo "2. and 3. are running it, for which there is no ${runner[0]} (package qemu-user)"
    return
  fi
  echo
  echo "2. A call through a pointer of the function's own type passes:"
  result=$("${runner[@]}" "$program") || fail "the call did not pass"
  echo "$result"
  grep -q 'got 43' <<<"$result" || fail "the call did not pass"

  echo
  echo "3. A call of a function of another type is stopped:"
  { result=$(ulimit -c 0; exec "${runner[@]}" "$program" forged) || status=$?; } \
    2>/dev/null
  if [ "$status" != $((128 + $(kill -l $signal))) ] || grep -q root <<<"$result"; then
    fail "expected the program to die of SIG$signal, got status $status: $result"
  fi
  echo "$result"
  echo "  killed by SIG$signal: the check's trap"
}

show_code ()
{
  local entry
  echo
  echo "4. The check in front of the call in call():"
  "$objdump" -d --no-show-raw-insn "$program" \
    | sed -n '/<call>:/,/^$/p' | grep . | sed 's/^/  /'

  echo
  echo "5. The preamble in front of call(), with the id of int (handler *, int):"
  case $machine in
    x86_64)
      "$objdump" -d "$program" | sed -n '/<__cfi_call>:/,/<call>:/p' ;;
    *)
      entry=0x$("$objdump" -t "$program" | awk '$NF == "call" { print $1 }')
      "$objdump" -s --start-address=$((entry - 4)) --stop-address=$((entry)) \
	"$program" | tail -n 1 ;;
  esac | grep . | sed 's/^/  /'
}

echo
echo "1. Compile: kcfi-gcc -fsanitize=kcfi -O2 doc/example/demo.c"
KCFI_GCC=$gcc "$out/kcfi-gcc" -fsanitize=kcfi -O2 -Wall -o "$program" \
  doc/example/demo.c
show_run
show_code
