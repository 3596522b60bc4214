# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# OpenSBI with its own test payload, which writes by an ecall.
package=opensbi machine=riscv64-linux-gnu major=12
booted='Test payload running'
load=0x80000000
forged='function has .*sbi_ecall_dbcn_handler'

build ()
{
  # shellcheck disable=SC2046
  make -C "$1" -j2 PLATFORM=generic CROSS_COMPILE=$machine- \
    CC="$2 -DHARTID_TO_SCRATCH_ID=$(id_of 'struct sbi_scratch *(unsigned long, unsigned long)')"
}

image ()
{
  echo "$1/build/platform/generic/firmware/fw_payload.elf"
}

boot ()
{
  timeout 15 qemu-system-riscv64 -M virt -nographic \
    -bios "$1/build/platform/generic/firmware/fw_payload.bin" < /dev/null > "$2" 2>&1
}

forge ()
{
  change_id "$(image "$1")" "${1}/build/platform/generic/firmware/fw_payload.bin" 0 \
    sbi_ecall_dbcn_handler
}
