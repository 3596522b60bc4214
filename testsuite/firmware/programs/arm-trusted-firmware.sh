# shellcheck shell=bash disable=SC2034,SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# TF-A's BL1, BL2 and BL31 for QEMU's aarch64 board, with U-Boot as BL33, which the test
# of U-Boot has built; U-Boot's poweroff is a call of BL31's through a table.
package=arm-trusted-firmware machine=aarch64-linux-gnu major=12
booted='PSCI|=> poweroff'
forged='function has .*qemu_system_off'

# GNU ld 2.40 warns of what this version's scripts do, and they make that an error.
build ()
{
  local u_boot=$work/u-boot/u-boot.bin
  [ -e "$u_boot" ] || { echo "no $u_boot: FIRMWARE='u-boot arm-trusted-firmware'"; return 1; }
  sed -i 's/--fatal-warnings -O1/--no-warn-rwx-segments -O1/' "$1/Makefile"
  make -C "$1" -j2 PLAT=qemu DEBUG=1 CROSS_COMPILE=$machine- BL33="$u_boot" \
    CC="$2" AS="$2 -DCONSOLE_PUTC_ID=$(id_of 'int (int, struct console *)') \
-DCONSOLE_GETC_ID=$(id_of 'int (struct console *)') \
-DCONSOLE_FLUSH_ID=$(id_of 'void (struct console *)')" all fip
}

image ()
{
  echo "$1/build/qemu/debug/bl31/bl31.elf"
}

boot ()
{
  local flash=$1/flash.bin
  cp "$1/build/qemu/debug/bl1.bin" "$flash"
  dd if="$1/build/qemu/debug/fip.bin" of="$flash" bs=4096 seek=64 conv=notrunc status=none
  { sleep 5; printf '\n'; sleep 1; printf '\npoweroff\n'; sleep 3; } \
    | timeout 30 qemu-system-aarch64 -M virt,secure=on -cpu cortex-a57 -m 1024 -nographic \
      -no-reboot -nic none -bios "$flash" > "$2" 2>&1
}

# In bl31.bin, which is packed anew.
forge ()
{
  local base
  base=$($machine-nm "$(image "$1")" | awk '$3 == "__BL31_START__" { print $1 }')
  change_id "$(image "$1")" "$1/build/qemu/debug/bl31.bin" "0x$base" qemu_system_off \
    && "$1/tools/fiptool/fiptool" update --soc-fw "$1/build/qemu/debug/bl31.bin" \
      "$1/build/qemu/debug/fip.bin"
}
