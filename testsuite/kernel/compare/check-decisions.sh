#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests decisions.sh with small programs in a kernel's form: what only inlining
# makes different is the same, and each other difference is seen.
#
#   check-decisions.sh

# shellcheck source-path=SCRIPTDIR/.. source=lib.sh
. "$(dirname "$0")/../lib.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
start_sum kernel-decisions
set_machine x86_64
set_compiler kcfi

# Two functions that call through a third, which may become part of them; and a
# static one that has a preamble because of the table.
cat > "$work/program.c" << 'END'
typedef int function (int);

static int UNCHECKED
through (function *f, int x)
{
  return f (x) + 1;
}

int first (function *f, int x) { return through (f, x); }
int second (function *f, int x) { return through (f, x) * 2; }

void third (void (*f) (void)) { f (); f (); }

__attribute__ ((noinline)) static int hidden (int x) { return x * x; }
int direct (int x) { return hidden (x) + 1; }

static int own (int x) { return x + 3; }
int OTHER (int x);
OTHER_BODY
int (*const others[]) (int) = { own, OTHER };
TABLE
END
table='-DTABLE=function *table = hidden;'
checked=-DUNCHECKED=
other=(-DOTHER=other '-DOTHER_BODY=int other (int x) { return own (x); }')

# build SIDE FLAG...: $work/SIDE as decisions.sh wants it.
build ()
{
  local folder=$work/$1
  rm -rf "$folder"
  mkdir "$folder"
  "$cc" -g1 -O2 -fsanitize=kcfi -ffreestanding -fno-pie "${other[@]}" \
    "${@:2}" -c \
    -o "$folder/program.o" "$work/program.c" || die "cannot compile program.c"
  objcopy --rename-section .kcfi_traps=__kcfi_traps "$folder/program.o"
  ld -e first -o "$folder/vmlinux" "$folder/program.o" 2> /dev/null \
    || die "cannot link program.o"
  : > "$folder/build.log"
}

# must_decide WHAT STATUS PATTERN: of A and B; the output has the pattern.
must_decide ()
{
  local text status
  text=$("$kernel_tests/compare/decisions.sh" --expected="$work/expected" "$work/A" \
    "$work/B" 2>&1)
  status=$?
  check "decisions: $1" \
    "$([ $status = "$2" ] && grep -qE "$3" <<< "$text"; echo $?)" \
    "status $status: $text"
}

: > "$work/expected"
build A "$table" "$checked"
build B "$table" "$checked"
must_decide "the same" 0 'checked calls, .* \| 2 \| 0 \| 0 \|'
build B "$table" "$checked" -fno-inline
must_decide "inlining is no difference" 0 'checked calls, .* \| 2 \| 0 \| 0 \|'
must_decide "but is in the code" 0 'checks in the machine code \|  \| 4 \| 3 \|'
build B "$table" '-DUNCHECKED=__attribute__ ((noinline))'
must_decide "nor is a copy of a function" 0 'checked calls, .* \| 2 \| 0 \| 0 \|'
other=(-DOTHER=other
  '-DOTHER_BODY=__asm__ (".type other, @function; .globl other; .set other, own");')
build B "$table" "$checked"
must_decide "two names of one place" 0 'preambles .* \| 7 of 7 \| 0 \| 0 \|'
build B "$table" "$checked" -fpatchable-function-entry=11,11 -falign-functions=16
must_decide "behind call padding, too" 0 'preambles .* \| 7 of 7 \| 0 \| 0 \|'
other=(-DOTHER=other '-DOTHER_BODY=int other (int x) { return own (x); }')
build B "$table" '-DUNCHECKED=__attribute__ ((no_sanitize ("kcfi")))'
must_decide "a call that is not checked" 1 '^only in A: C through 00050794'
must_decide "is counted" 1 'indirect calls without check \|  \| 0 \| 2 \|'
echo "C through it is exempted" > "$work/expected"
must_decide "a call that is explained" 0 'indirect calls without check'
: > "$work/expected"
build B -DTABLE= "$checked"
must_decide "a preamble on one side" 1 '^only in A: F hidden'
echo "F hidden its address is not taken" > "$work/expected"
must_decide "a preamble that is explained" 0 'preambles .* \| 6 of 7 \| 1 \| 0 \|'
: > "$work/expected"
build B "$table" "$checked"
echo "vmlinux.o: warning: objtool: first+0x10: something" > "$work/A/build.log"
must_decide "a warning that only A has" 1 'only in A: W .*objtool: first'
cp "$work/A/build.log" "$work/B"
must_decide "a warning that both have" 0 'warnings of the build \| 1 \| 0 \| 0'
build B -DTABLE= "$checked"
rm "$work/expected"
must_decide "explanations that are not there" 1 'cannot read .*/expected'
end_sum
