# SPDX-License-Identifier: GPL-3.0-or-later
# The Linux kernel as real input; included by the Makefile.
#
#   make check-kernel               build, boot and attack Linux 6.1, compare ids
#   make check-kernel KERNEL="--tree=6.12 --config=hardened"
#   make check-kernel-MACHINE       the same of arm64, or with Linux 6.12 of riscv64
#                                   and arm, cross-compiled
#   make compare-kernel             the decisions of Linux 6.12 next to Clang's
#   make check-decisions            the test of that comparison: no kernel
#   make bench-kernel               whole kernels: build time, size, instructions
#   make bench                      time, memory and code size on kernel files
#   make bench BENCH="--files=50 --rounds=1"
#   make bench BENCH=--instructions instructions in place of time

KERNEL ?=
BENCH ?=

.PHONY: setup-kernel check-kernel bench check-decisions compare-kernel bench-kernel
setup-kernel:
	@tools/setup.sh kernel "$(GCC)"

check-kernel: setup-kernel
	@$(MAKE) --no-print-directory all
	@testsuite/kernel/check-harness.sh > $(out)/kernel-harness.log \
	  || { cat $(out)/kernel-harness.log; exit 1; }
	@GCC="$(GCC)" testsuite/kernel/check-kernel.sh $(KERNEL)

# Rows MACHINE:CROSS-NAME:TREE: the name in tools/cross-targets, and the oldest
# tree with CFI for that machine.
kernel-rows := arm64:aarch64:6.1 riscv64:riscv64:6.12 arm:arm:6.12
kernel-row = $(subst :, ,$(filter $(1):%,$(kernel-rows)))
kernel-gcc = $(call cross-gcc,$(word 2,$(call kernel-row,$(1))))

kernel-names := $(foreach row,$(kernel-rows),$(firstword $(subst :, ,$(row))))
kernel-targets := $(addprefix check-kernel-,$(kernel-names))
.PHONY: $(kernel-targets)
$(kernel-targets): check-kernel-%:
	@tools/setup.sh kernel:$* "$(call kernel-gcc,$*)"
	@$(MAKE) --no-print-directory GCC="$(call kernel-gcc,$*)" all
	@GCC="$(call kernel-gcc,$*)" testsuite/kernel/check-kernel.sh --machine=$* \
	  --tree=$(word 3,$(call kernel-row,$*)) $(KERNEL)

check-decisions: setup-check
	@$(MAKE) --no-print-directory all
	@GCC="$(GCC)" testsuite/kernel/compare/check-decisions.sh \
	  > $(out)/kernel-decisions.log || { cat $(out)/kernel-decisions.log; exit 1; }

compare-kernel: setup-kernel check-decisions
	@GCC="$(GCC)" testsuite/kernel/compare/compare-clang.sh $(KERNEL)

bench-kernel: setup-kernel
	@$(MAKE) --no-print-directory all
	@GCC="$(GCC)" testsuite/kernel/bench/bench-kernel.sh $(BENCH)

bench: setup-kernel
	@$(MAKE) --no-print-directory all
	@GCC="$(GCC)" testsuite/kernel/bench/bench.sh $(BENCH)
