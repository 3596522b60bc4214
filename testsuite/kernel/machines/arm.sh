# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # read by who sources this
# See machines/README.md.
kernel_arch=arm
triplet=arm-linux-gnueabihf
image=arch/arm/boot/zImage
emulator=(qemu-system-arm -M virt -m 256)
emulator_package=qemu-system-arm
console=ttyAMA0
oops=kills
reference_compiler=front-end
