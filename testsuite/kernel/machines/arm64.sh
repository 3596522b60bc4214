# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # read by who sources this
# See machines/README.md.
kernel_arch=arm64
triplet=aarch64-linux-gnu
image=arch/arm64/boot/Image
emulator=(qemu-system-aarch64 -M virt -cpu max -m 256)
emulator_package=qemu-system-arm
console=ttyAMA0
oops=kills
reference_compiler=front-end
