# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2016 # read by who sources this
# See machines/README.md.
kernel_arch=riscv
triplet=riscv64-linux-gnu
image=arch/riscv/boot/Image
emulator=(qemu-system-riscv64 -M virt -m 256)
emulator_package=qemu-system-misc
console=ttyS0
# The kernel prints the register that beq names first, which has the id that was
# found: that of int (int *), the target's own.  So it does with Clang's code.
report_type=0x3ad55aca
# A breakpoint in the kernel counts as an NMI, and an oops in an NMI is fatal.
oops=panics
# Those with the name of an instruction set stand first in each section, where
# objdump prefers them to the $d of a type id.
hide_symbols='$xrv*'
reference_compiler=front-end
