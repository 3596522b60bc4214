# SPDX-License-Identifier: GPL-3.0-or-later
# Real input: the Linux kernel; included by the Makefile.
#
#   make check-kernel               build, boot and attack Linux 6.1, compare ids
#   make check-kernel KERNEL="--tree=6.12 --config=hardened"
#   make bench                      time, memory and code size on kernel files
#   make bench BENCH="--files=50 --rounds=1"

KERNEL ?=
BENCH ?=

.PHONY: setup-kernel check-kernel bench
setup-kernel:
	@tools/setup.sh kernel "$(GCC)"

check-kernel: setup-kernel
	@$(MAKE) --no-print-directory all
	@testsuite/kernel/check-harness.sh > $(out)/kernel-harness.log \
	  || { cat $(out)/kernel-harness.log; exit 1; }
	@GCC="$(GCC)" testsuite/kernel/check-kernel.sh $(KERNEL)

bench: setup-kernel
	@$(MAKE) --no-print-directory all
	@GCC="$(GCC)" testsuite/kernel/bench.sh $(BENCH)
