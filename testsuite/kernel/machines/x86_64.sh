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
# lkgs %di, which binutils do not know before 2.41 and lose their way: a nop.
replace_code='s/\xf2\x0f\x00[\xf0-\xf7]/\x0f\x1f\x40\x00/g'
reference_compiler=clang-19
