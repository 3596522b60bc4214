# shellcheck shell=bash disable=SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
# SeaBIOS: code of 32 bits, and of 16 bits (-m16), which has checks, too.
package=seabios machine=x86_64-linux-gnu major=12
booted='No bootable device'

build ()
{
  make -C "$1" -j2 PYTHON=python3 HOSTCC=gcc CC="$2"
}

image ()
{
  echo "$1/out/rom.o"
}

boot ()
{
  timeout 15 qemu-system-i386 -M pc -no-reboot -nic none -display none -serial none -monitor none \
    -bios "$1/out/bios.bin" -chardev "file,id=debug,path=$2" \
    -device isa-debugcon,iobase=0x402,chardev=debug
}
