#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the C++ kernel of doc/example/kernel with virtual calls checked, boots it in
# QEMU, and lets its two attacks run into the checks.
# usage: demo-cxx.sh GCC OUTPUT-FOLDER [MODE]     MODE: name (the default) or class
set -eu
gcc=$1
out=$(cd "$2" && pwd)
mode=${3:-name}
cd "$(dirname "$0")/../doc/example/kernel"
kernel=$out/demo-kernel-$mode
case $("$gcc" -dumpmachine) in
  x86_64-*) ;;
  *)
    echo "demo-cxx: the kernel is for x86_64, and $gcc is not" >&2
    exit 1 ;;
esac

fail ()
{
  echo "demo-cxx: $*" >&2
  exit 1
}

# boot COMMAND-LINE STATUS TEXT: the kernel ends with STATUS, has said TEXT and nothing
# of what an attack is for.
boot ()
{
  local status=0 wanted=$((2 * $2 + 1))
  echo "   \$ qemu-system-x86_64 -kernel demo-kernel -append '$1'"
  timeout 120 qemu-system-x86_64 -nodefaults -no-reboot -display none \
    -serial "file:$kernel.serial" -debugcon "file:$kernel.log" \
    -device isa-debug-exit,iobase=0xf4,iosize=4 \
    -kernel "$kernel" -append "$1" || status=$?
  sed 's/^/     /' "$kernel.log"
  [ "$status" = "$wanted" ] || fail "the kernel ended with $status, not $wanted"
  grep -q "$3" "$kernel.log" || fail "the kernel did not say \"$3\""
  ! grep -q root "$kernel.log" || fail "the attack went through"
  # Both consoles are objects behind virtual calls.
  tr -d '\r' < "$kernel.serial" | cmp -s - "$kernel.log" \
    || fail "the serial port printed something else"
}

options="-fsanitize=kcfi -fkcfi-virtual=$mode -fkcfi-virtual-all"
echo
echo "1. Compile: kcfi-g++ $options -ffreestanding ..."
# shellcheck disable=SC2086
KCFI_GCC=$gcc "$out/kcfi-g++" $options -O2 -Wall -Wextra -ffreestanding \
  -fno-exceptions -fno-rtti -fno-pie -fno-stack-protector \
  -mno-red-zone -mgeneral-regs-only -nostdlib -static -no-pie \
  -Wl,--build-id=none -T kernel.ld boot.S kernel.cc trap.cc -o "$kernel.elf64"
# QEMU's Multiboot loader takes 32-bit files only.
"$("$gcc" -print-prog-name=objcopy)" -O elf32-i386 "$kernel.elf64" "$kernel"

echo
echo "2. It runs its constructors, and calls its consoles through their tables:"
boot "" 0 "done"
echo
echo "3. An object's table is forged:"
boot table 2 "KCFI: forged virtual table"
echo
echo "4. A pointer is forged:"
boot pointer 1 "KCFI: forged pointer"
