# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Boots a built row under QEMU and judges its serial log.  Sourced.

# shellcheck source-path=SCRIPTDIR source=build.sh
. "${BASH_SOURCE[0]%/*}/build.sh"

# What the kernel prints when something went wrong, of whatever kind.
readonly report_pattern='CFI failure|WARNING:|BUG:|Oops|invalid opcode|Call Trace|general protection|Kernel panic|UBSAN|KASAN|stack-protector|Internal error|exercise FAILED|cannot open|unable to handle|BUG at|refcount_t'

# LKDTM's CFI_FORWARD_PROTO calls an int (int *) as void (int *), whose id is the
# same on every machine.  machines/NAME.sh may say that another id is printed.
readonly report_call='CFI failure at lkdtm_indirect_call\+0x[0-9a-f]+/0x[0-9a-f]+( \[lkdtm\])? \('
readonly report_callee='CFI failure at (__cfi_)?lkdtm_increment_int\+0x[0-9a-f]+/0x[0-9a-f]+( \[lkdtm\])? \('
readonly report_stub='CFI failure at __bhi_args_1\+0x[0-9a-f]+/0x[0-9a-f]+ \('
readonly report_names='target: lkdtm_increment_int\+0x0/0x[0-9a-f]+( \[lkdtm\])?; expected type: '
readonly call_type=0x7e0c52a5

# make_initramfs PROGRAM: makes build/kernel/PROGRAM-MACHINE.cpio: /init from
# PROGRAM.c, the two devices it needs, and the modules that there are.  Sets
# initramfs.
make_initramfs ()
{
  local compiler=gcc program=$1 init=$out/$1-$machine module
  [ -z "$cross" ] || compiler=$cross${GCC#"$cross"}
  initramfs=$init.cpio
  "$compiler" -std=gnu11 -Os -Wall -Wextra -Werror -ffreestanding -fno-pie \
    -fno-stack-protector -static -nostdlib -no-pie -Wl,--build-id=none \
    -o "$init" "$kernel_tests/guest/$program.c" -lgcc \
    || die "cannot compile $program.c"
  cat > "$init.list" << END
dir /dev 0755 0 0
nod /dev/console 0600 0 0 c 5 1
nod /dev/kmsg 0600 0 0 c 1 11
file /init $init 0755 0 0
END
  for module in "$objects/drivers/misc/lkdtm/lkdtm.ko" \
    "$folder/module/outside.ko"; do
    [ ! -e "$module" ] \
      || echo "file /${module##*/} $module 0644 0 0" >> "$init.list"
  done
  "$objects/usr/gen_init_cpio" "$init.list" > "$initramfs" \
    || die "cannot make $initramfs"
}

# boot_kernel LOG WORD...: the words go onto the kernel's command line.
boot_kernel ()
{
  local log=$1
  shift
  rm -f "$log"
  timeout "${KCFI_BOOT_TIMEOUT:-120}" "${emulator[@]}" -display none \
    -monitor none -nic none -no-reboot -serial "file:$log" \
    -kernel "$folder/image" -initrd "$initramfs" \
    -append "console=$console printk.devkmsg=on panic=-1 $* -- CFI_FORWARD_PROTO" \
    < /dev/null > "$log.qemu" 2>&1
}

# matches TEXT PATTERN: how many lines of the text match.
matches ()
{
  grep -cE "$2" <<< "$1"
}

# expect_matches TEST TEXT PATTERN COUNT
expect_matches ()
{
  local found
  found=$(matches "$2" "$3")
  check "$1" "$([ "$found" -eq "$4" ]; echo $?)" \
    "$found lines instead of $4 with: $3
$(grep -E "$report_pattern" <<< "$2" | head -5)"
}

# judge_boot EXPECTATION LABEL LOG: see the file "configs" for expectations.
judge_boot ()
{
  local log before attack after feature count='' reports=1 at=$report_call
  local type=${report_type:-$call_type} killed=1 survived=0 died=0
  local goes_on=("does not go on" "goes on") is_killed=("lives" "is killed")
  case ${1%%-*} in
    stops) ;;
    permits) killed=0 survived=1 ;;
    unprotected) reports=0 killed=0 survived=1 ;;
    *) die "unknown expectation $1" ;;
  esac
  [ "$killed$oops" != 1panics ] || died=1
  log=$(tr -d '\r' < "$3")
  before=$(sed '/init: trigger /,$d' <<< "$log")
  attack=$(sed -n '/init: trigger /,/init: CFI_FORWARD_PROTO: /p' <<< "$log")
  after=$(sed '1,/init: CFI_FORWARD_PROTO: /d' <<< "$log")

  expect_matches "$2: init runs" "$before" 'init: begin$' 1
  expect_matches "$2: init exercises the kernel" "$before" \
    'init: exercise done, files read: [1-9][0-9]{1,}$' 1
  for feature in ${row_exercises:-}; do
    expect_matches "$2: init exercises $feature" "$before" \
      "init: feature $feature done\$" 1
  done
  expect_matches "$2: nothing reported before the attack" "$before" \
    "$report_pattern" 0
  # The second message comes after the first call has returned.
  expect_matches "$2: matching call passes" \
    "$(sed '/Calling mismatched prototype/,$d' <<< "$attack")" \
    "$report_pattern" 0
  expect_matches "$2: mismatching call is made" "$attack" \
    'Calling mismatched prototype' 1
  count=$(matches "$attack" 'CFI failure')
  check "$2: CFI failures reported: $reports" \
    "$([ "$count" -eq "$reports" ]; echo $?)" "$count reported"
  if [ $reports -eq 1 ]; then
    case $1 in
      *-callee) at=$report_callee ;;
      *-stub) at=$report_stub ;;
    esac
    case $1 in
      *-caller) expect_matches "$2: report names the caller" "$attack" \
        "${report_call}no target information\\)" 1 ;;
      *-hashed*) expect_matches "$2: report names target and a type" "$attack" \
        "$at${report_names}0x[0-9a-f]{8}\\)" 1 ;;
      *) expect_matches "$2: report names target and type" "$attack" \
        "$at$report_names$type\\)" 1 ;;
    esac
  fi
  expect_matches "$2: forged call ${goes_on[survived]}" "$attack" \
    'FAIL: survived mismatched prototype function call' $survived
  if [ $died -eq 1 ]; then
    expect_matches "$2: kernel panics" "$attack" 'Kernel panic - not syncing: ' 1
    return
  fi
  expect_matches "$2: child ${is_killed[killed]}" "$attack" \
    'init: CFI_FORWARD_PROTO: child killed by signal [0-9]+$' $killed
  expect_matches "$2: nothing reported after the attack" "$after" \
    "$report_pattern" 0
  expect_matches "$2: init ends" "$after" 'init: end$' 1
}

# raced_p LOG: whether the kernel of LOG was interrupted while it rewrote its own
# preambles, so that one still had the id of Linux's template (__apply_fineibt in
# alternative.c).  It happens with any compiler, where a guest is slow.
raced_p ()
{
  ! grep -q 'init: begin' "$1" && grep -q 'expected type: 0x12345678)' "$1"
}

# boot_row: after build_row; every boot of the row's table entry.
boot_row ()
{
  local boot words number=0 start
  need_packages "${emulator[0]}=$emulator_package"
  make_initramfs init
  for boot in "${row_boots[@]}"; do
    number=$((number + 1))
    words=
    [ "$boot" = "${boot#*:}" ] || words=${boot#*:}
    words=${words//+/ }
    start=$SECONDS
    boot_kernel "$folder/boot-$number.log" "$words"
    if raced_p "$folder/boot-$number.log"; then
      say "the timer came while Linux put FineIBT in place: booting once more"
      boot_kernel "$folder/boot-$number.log" "$words"
    fi
    say "booted in $((SECONDS - start)) s ($folder/boot-$number.log)"
    judge_boot "${boot%%:*}" "$label${words:+ ($words)}" \
      "$folder/boot-$number.log"
  done
}
