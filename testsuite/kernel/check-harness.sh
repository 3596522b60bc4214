#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the kernel tests: a good serial log must pass, and each way in which a
# kernel can go wrong must fail at the place that is meant for it; likewise the
# comparison of type ids, and the search for calls without a check.  Takes a
# second, needs no kernel.
#
#   check-harness.sh

# shellcheck source-path=SCRIPTDIR source=boot.sh
. "$(dirname "$0")/boot.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
start_sum kernel-harness
set_machine x86_64

cat > "$work/good" << 'END'
[    0.000000] Linux version 6.1.192 (kcfi@kcfi) #1 2024-01-01
[    0.430299] lkdtm: No crash points registered, enable through debugfs
[    0.494792] Run /init as init process
[    0.523107] init: begin
[    1.176190] init: exercise done, files read: 1678
[    1.176441] init: trigger CFI_FORWARD_PROTO
[    1.178103] lkdtm: Performing direct entry CFI_FORWARD_PROTO
[    1.178491] lkdtm: Calling matched prototype ...
[    1.178689] lkdtm: Calling mismatched prototype ...
[    1.179216] CFI failure at lkdtm_indirect_call+0x1a/0x20 (target: lkdtm_increment_int+0x0/0x10; expected type: 0x7e0c52a5)
[    1.180067] invalid opcode: 0000 [#1]
[    1.183580] Call Trace:
[    1.191012] init: CFI_FORWARD_PROTO: child killed by signal 11
[    1.191220] init: end
[    1.192539] reboot: Restarting system
END
survived='lkdtm: FAIL: survived mismatched prototype function call!'
sed 's/.*invalid opcode.*/WARNING: CPU: 0 PID: 16 at lkdtm_indirect_call+0x1a/
/Call Trace/a'"$survived"'
s/child killed by signal 11/child exited with 0/' "$work/good" > "$work/permissive"
grep -vE 'CFI failure|invalid opcode|Call Trace' "$work/good" \
  | sed '/Calling mismatched/a'"$survived"'
      s/child killed by signal 11/child exited with 0/' > "$work/unprotected"

# judged EXPECTATION LOG: the tests that fail, without the label.
judged ()
{
  (sum_file= && judge_boot "$1" log "$2") | sed -n 's/^FAIL: log: //p'
}

# must_fail WHAT EXPECTED-TEST SED-SCRIPT [EXPECTATION [LOG]]
must_fail ()
{
  local failed
  sed -E "$3" "$work/${5:-good}" > "$work/bad"
  failed=$(judged "${4:-stops}" "$work/bad")
  check "harness: $1" "$(grep -qxF "$2" <<< "$failed"; echo $?)" \
    "did not fail \"$2\" but: $failed"
}

# must_pass WHAT EXPECTATION LOG
must_pass ()
{
  local failed
  failed=$(judged "$2" "$3")
  check "harness: $1" "$([ -z "$failed" ]; echo $?)" "$failed"
}

must_pass "a stopped call passes" stops "$work/good"
must_pass "a permitted call passes" permits "$work/permissive"
must_pass "a kernel without checks passes where expected" unprotected \
  "$work/unprotected"

row_exercises="module"
sed 's/.*init: exercise done.*/[ 0.9] init: feature module done\n&/' \
  "$work/good" > "$work/rich"
must_pass "a feature that is exercised" stops "$work/rich"
must_fail "a feature that is not there" "init exercises module" ''
row_exercises=
must_fail "no init" "init runs" '/init: begin/d'
must_fail "init found something broken" "nothing reported before the attack" \
  's/(init: )begin/&\n\1exercise FAILED: pipe2/'
must_fail "init read nothing" "init exercises the kernel" \
  's/files read: .*/files read: 0/'
must_fail "a CFI failure during boot" "nothing reported before the attack" \
  's/.*Run .init.*/&\nCFI failure at do_one_initcall+0x1\/0x2 (no target information)/'
must_fail "a warning during boot" "nothing reported before the attack" \
  's/.*Run .init.*/&\nWARNING: CPU: 0 PID: 1 at fs\/open.c/'
must_fail "the matching call is stopped" "matching call passes" \
  '/Calling mismatched/d'
must_fail "the mismatching call is not reached" "mismatching call is made" \
  '/Calling mismatched/d'
must_fail "two reports" "CFI failures reported: 1" 's/CFI failure.*/&\n&/'
must_fail "another target" "report names target and type" \
  's/lkdtm_increment_int/lkdtm_increment_void/'
must_fail "inside the target" "report names target and type" \
  's/int\+0x0\//int+0x4\//'
must_fail "no target" "report names target and type" \
  's/\(target: .*/(no target information)/'
must_fail "another type" "report names target and type" 's/0x7e0c52a5/0x0/'
must_fail "a trap that is no CFI trap" "CFI failures reported: 1" \
  '/CFI failure/d'
must_fail "the child lives" "child is killed" \
  's/child killed by signal 11/child exited with 0/'
must_fail "the forged call goes on" "forged call does not go on" \
  "s/.*Call Trace.*/&\n$survived/"
must_fail "a report after the attack" "nothing reported after the attack" \
  's/.*init: end/BUG: scheduling while atomic\n&/'
must_fail "the kernel hangs" "init ends" '/init: end/d'
must_fail "a permissive kernel that stops" "forged call goes on" '' permits
must_fail "an unprotected kernel" "child is killed" '' stops unprotected
must_fail "checks where none are expected" "CFI failures reported: 0" '' \
  unprotected

# Where the kernel cannot decode the check, the report has the caller alone.
sed 's/(target: .*/(no target information)/' "$work/good" > "$work/caller"
must_pass "a report of the caller passes where it is all there is" \
  stops-caller "$work/caller"
must_fail "another caller" "report names the caller" \
  's/lkdtm_indirect_call/lkdtm_CFI_FORWARD_PROTO/' stops-caller caller
must_fail "a report of the caller where there should be more" \
  "report names target and type" '' stops caller
must_fail "no target where ids are re-seeded" "report names target and a type" \
  '' stops-hashed caller

# FineIBT checks in the preamble of the function that is called.
sed 's/at lkdtm_indirect_call+0x1a/at __cfi_lkdtm_increment_int+0xd/' \
  "$work/good" > "$work/callee"
must_pass "a check in the callee passes where it is" stops-callee "$work/callee"
must_pass "a check in the callee, ids re-seeded" stops-hashed-callee \
  "$work/callee"
must_fail "a check in the callee where there is none" \
  "report names target and type" '' stops callee
must_fail "a check in the caller where it is not" \
  "report names target and a type" '' stops-hashed-callee
# With bhi and warn it does so in a stub of the kernel's.
sed 's/at lkdtm_indirect_call+0x1a/at __bhi_args_1+0x10/' "$work/good" \
  > "$work/stub"
must_pass "a check in the kernel's stub passes where it is" stops-stub \
  "$work/stub"
must_fail "a check in the stub where there is none" \
  "report names target and type" '' stops-callee stub

# Only a kernel that dies by its own template may boot once more.
echo "[ 0.2] CFI failure at tick_handle_periodic+0x3/0x50 (target:" \
  "tick_handle_periodic+0x0/0x50; expected type: 0x12345678)" > "$work/raced"
check "harness: a half rewritten kernel is known" \
  "$(raced_p "$work/raced"; echo $?)"
sed 's/0x12345678/0x7e0c52a5/' "$work/raced" > "$work/early"
check "harness: a failure before init is none" \
  "$(! raced_p "$work/early"; echo $?)"
(cat "$work/good" "$work/raced") > "$work/late"
check "harness: nor is a report after init began" \
  "$(! raced_p "$work/late"; echo $?)"

# riscv64: another id is printed, and the kernel does not outlive an oops.
sed '/Call Trace:/,$d; s/0x7e0c52a5/0x3ad55aca/' "$work/good" > "$work/panic"
echo "[ 1.2] Kernel panic - not syncing: Fatal exception in interrupt" \
  >> "$work/panic"
set_machine riscv64
must_pass "a panic passes where an oops is one" stops "$work/panic"
must_fail "no panic" "kernel panics" '/Kernel panic/d' stops panic
set_machine x86_64
must_fail "a panic elsewhere" "child is killed" '' stops panic

# must_compare WHAT STATUS PATTERN A B [EXPECTED]: A and B are lists of ids.
must_compare ()
{
  local status text
  printf '%b\n' "$4" | xz -c > "$work/a.xz"
  printf '%b\n' "$5" | xz -c > "$work/b.xz"
  printf '%b\n' "${6:-}" > "$work/expected"
  text=$("$kernel_tests/compare/compare-ids.sh" --expected="$work/expected" \
    "$work/a.xz" "$work/b.xz" 2>&1)
  status=$?
  check "harness: ids: $1" \
    "$([ $status = "$2" ] && grep -qE "$3" <<< "$text"; echo $?)" \
    "status $status: $text"
}

must_compare "the same" 0 '^equal +1 +1$' \
  'P 00000001 f\nT 00000002 g' 'P 00000001 f\nT 00000002 g'
must_compare "one differs" 1 '^DIFFERS: P f: A 00000001, B 00000003$' \
  'P 00000001 f' 'P 00000003 f'
must_compare "a typeid symbol differs" 1 '^DIFFERS: T g: A' \
  'P 00000001 f\nT 00000002 g' 'P 00000001 f\nT 00000003 g'
must_compare "a difference is explained" 0 '^explained: P f: .*(clang bug)' \
  'P 00000001 f' 'P 00000003 f' 'P f clang bug'
must_compare "an explanation of another kind does not count" 1 '^DIFFERS: P f' \
  'P 00000001 f' 'P 00000003 f' 'T f clang bug'
must_compare "static functions of one name in another order" 0 \
  '^equal +2 +0$' 'P 00000001 f\nP 00000002 f' 'P 00000002 f\nP 00000001 f'
must_compare "one of two static functions is missing" 0 '^only in A +1 +0$' \
  'P 00000001 f\nP 00000002 f' 'P 00000002 f'
must_compare "one of two static functions differs" 1 '^differing +1 +0$' \
  'P 00000001 f\nP 00000002 f' 'P 00000002 f\nP 00000003 f'
must_compare "nothing in common" 1 '^in both +0 +0$' \
  'P 00000001 f' 'P 00000001 g'

# must_sort WHAT MACHINE "CHECKED CALL JUMP TABLE UNFIT" LINE...: a disassembly
# of these instructions has so many of each kind.
must_sort ()
{
  local found
  found=$(printf ' 10:\t%b\n' "${@:4}" | awk -f "$kernel_tests/elf/calls.awk" \
    -f "$kernel_tests/machines/$2.awk" | cut -f2 | xargs)
  check "harness: $2: $1" "$([ "$found" = "$3" ]; echo $?)" "found $found"
}

must_sort "checked call and jump" x86_64 "2 0 0 0 0" \
  'ud2' 'call   *%rax' 'ud2' 'jmp    *%rcx'
must_sort "an instruction between trap and call" x86_64 "0 1 0 0 0" \
  'ud2' 'nop' 'call   *%rax'
must_sort "a second call after one check" x86_64 "1 1 0 0 0" \
  'ud2' 'call   *%rax' 'call   *%rax'
must_sort "calls through memory" x86_64 "0 1 1 1 0" 'call   *0x8(%rax)' \
  'jmp    *0x8(%rax)' 'jmp    *-0x7d7ef8e0(,%rax,8)'
must_sort "retpolines" x86_64 "2 1 0 0 1" \
  'ud2' 'cs call ffffffff81e00000 <__x86_indirect_thunk_r11>' \
  'ud2' 'cs jmp ffffffff81e00000 <__x86_indirect_thunk_rax>' \
  'call   ffffffff81e00000 <__x86_indirect_thunk_r11>'
must_sort "a check that FineIBT would not find" x86_64 "2 0 0 0 1" \
  'add    -0xf(%r11),%r10d' 'ud2' 'cs call 10 <__x86_indirect_thunk_r11>' \
  'add    -0xf(%rax),%r10d' 'ud2' 'call   *%rax'
must_sort "call padding without FineIBT" x86_64 "1 0 0 0 0" \
  'add    -0xf(%rax),%r10d' 'ud2' 'call   *%rax'

# lkgs %di; jmp; cmp %ax,%r12w, which without the first is another jump.
printf '%s\n' '.globl f' '.type f, @function' 'f:' \
  '.byte 0xf2,0x0f,0x00,0xf7,0xe9,0xdb,0xfe,0xff,0xff,0x66,0x41,0x39,0xc4' \
  'call *%rax' '.size f, .-f' | gcc -c -x assembler - -o "$work/lkgs.o"
found=$("$kernel_tests/elf/figures.sh" "$work/lkgs.o" \
  | awk '/^unchecked/ { print $NF }' | xargs)
check "harness: x86_64: code that objdump cannot read" \
  "$([ "$found" = "1 0" ]; echo $?)" "unchecked calls and jumps: $found"

must_sort "checked call and jump" arm64 "2 0 0 0 0" \
  'brk\t#0x8228' 'blr\tx8' 'brk\t#0x823d' 'br\tx29'
must_sort "another trap, another register" arm64 "0 2 0 0 0" \
  'brk\t#0x800' 'blr\tx0' 'brk\t#0x8228' 'blr\tx9'
must_sort "a second call after one check" arm64 "1 1 0 0 0" \
  'brk\t#0x8228' 'blr\tx8' 'blr\tx8'
must_sort "a switch, and a jump" arm64 "0 0 1 1 0" \
  'add\tx0, x1, w0, sxtw #2' 'br\tx0' 'add\tx2, x1, w0, sxtw #2' 'br\tx0'
must_sort "authenticated calls" arm64 "0 2 0 0 0" 'blraa\tx3, x4' 'blraaz\tx3'

must_sort "checked call and jump" riscv64 "2 0 0 0 0" \
  'ebreak' 'jalr\ta5' 'ebreak' 'jr\tt3'
must_sort "calls without a check" riscv64 "0 2 1 0 0" \
  'jalr\ta5' 'jalr\tra,8(a5)' 'jr\ta5'
must_sort "direct calls and a switch" riscv64 "0 0 0 1 0" \
  'auipc\tra,0x1' 'jalr\t-18(ra) # 80 <f>' 'add\ta5,a5,a4' 'jr\ta5' 'ret'

must_sort "a switch with code in between, and no switch" riscv64 "0 0 2 1 0" \
  'add\ta5,a5,a7' 'sra\ta4,a4,0x30' 'jr\ta5' 'add\ta5,a5,8' 'jr\ta5' \
  'add\ta5,a5,a7' 'ld\ta5,0(a5)' 'jr\ta5'

must_sort "checked call and jump" arm "2 0 0 0 0" \
  'bkpt\t0x83e3' 'blx\tr3' 'bkpt\t0x83ec' 'bx\tip'
must_sort "checked Thumb call" arm "1 1 0 0 0" \
  'bkpt\t0x0084' 'nop' 'blx\tr4' 'blx\tr4'
must_sort "calls without a check" arm "0 3 2 0 0" 'bkpt\t0x83e3' 'blx\tr2' \
  'mov\tlr, pc' 'mov\tpc, r3' 'blxne\tr3' 'bx\tr3' 'ldr\tpc, [r3, #4]'
must_sort "switches and returns" arm "0 0 0 2 0" 'ldrls\tpc, [pc, r3, lsl #2]' \
  'ldrls\tpc, [pc, ip, lsl #2]' 'bx\tlr' 'mov\tpc, lr' 'ldr\tpc, [sp], #4'
end_sum
