# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# U-Boot for QEMU's aarch64 board: its self test starts a UEFI application; then a command
# that is called through the table of commands.
package=u-boot machine=aarch64-linux-gnu major=12
booted='Hello, world!'
forged='function has .*do_version'

build ()
{
  make -C "$1" CROSS_COMPILE=$machine- CC="$2" qemu_arm64_defconfig
  make -C "$1" -j2 CROSS_COMPILE=$machine- CC="$2" u-boot.bin
}

image ()
{
  echo "$1/u-boot"
}

boot ()
{
  { sleep 3; printf '\n'; sleep 1; printf '\nbootefi hello\n'; sleep 3
    printf 'version\n'; sleep 2; printf 'poweroff\n'; sleep 1; } \
    | timeout 30 qemu-system-aarch64 -M virt -cpu cortex-a57 -nographic -no-reboot -nic none \
      -bios "$1/u-boot.bin" > "$2" 2>&1
}

# It has moved itself: its line has the address it was linked at, and the next one that
# it runs at.
find_load ()
{
  local linked
  linked=$(sed -n 's/^elr: \([0-9a-f]*\) .*(reloc).*/\1/p' "$1" | head -n 1)
  load=$(sed -n '/(reloc)/!s/^elr: \([0-9a-f]*\) .*/\1/p' "$1" | head -n 1)
  load=$(printf '0x%x' $((0x$load - 0x$linked)))
}

forge ()
{
  change_id "$(image "$1")" "$1/u-boot.bin" 0 do_version
}
