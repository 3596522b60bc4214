#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles doc/example/demo.c with the plugin, runs it, and shows the code.
# usage: demo.sh GCC OUTPUT-FOLDER
set -eu
gcc=$1 out=$2
driver=$PWD/$out/kcfi-gcc
program=$out/demo

echo
echo "1. Compile: kcfi-gcc -fsanitize=kcfi -O2 doc/example/demo.c"
KCFI_GCC=$gcc "$driver" -fsanitize=kcfi -O2 -Wall -o "$program" doc/example/demo.c

echo
echo "2. A call through a pointer of the function's own type passes:"
result=$("./$program")
echo "$result"
grep -q 'got 43' <<<"$result" || { echo "demo: the call did not pass" >&2; exit 1; }

echo
echo "3. A call of a function of another type is stopped:"
status=0
{ (ulimit -c 0; exec "./$program" forged) || status=$?; } 2>/dev/null
if [ "$status" != 132 ]; then
  echo "demo: expected the program to die of SIGILL, got status $status" >&2
  exit 1
fi
echo "  killed by SIGILL (illegal instruction): the check's ud2"

echo
echo "4. The check in front of the call in call():"
objdump -d --no-show-raw-insn "$program" \
  | sed -n '/<call>:/,/call .*\*/p' | sed 's/^/  /'

echo
echo "5. The preamble in front of call(), with the id of int (handler *, int):"
objdump -d "$program" | sed -n '/<__cfi_call>:/,/<call>:/p' \
  | grep -v '^$' | sed 's/^/  /'
