# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # read by who sources this
# See machines/README.md.
kernel_arch=x86_64
triplet=x86_64-linux-gnu
image=arch/x86/boot/bzImage
emulator=(qemu-system-x86_64 -m 256)
emulator_package=qemu-system-x86
console=ttyS0
oops=kills
reference_compiler=clang-19
