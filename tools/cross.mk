# SPDX-License-Identifier: GPL-3.0-or-later
# Building and testing for other machines; included by the Makefile.
#
#   make GCC=aarch64-linux-gnu-gcc-12     build one cross plugin
#   make build-MACHINE                    the same by a name in tools/cross-targets
#   make all-targets                      every one whose compiler is there
#   make check-MACHINE                    the suite on that machine, by qemu-user
#   make check-bare                       programs of firmware, by the bare-metal
#                                         compilers in tools/bare-targets
#   make check-arm-none-eabi              ... by one of them
#   make check-riscv64-unknown-elf        ... or by the other
#   make check-all                        on this one and on every one of them

CROSS_MAJOR ?= 12

# Rows NAME:TRIPLET:PACKAGE...
cross-rows := $(shell sed -e '/^\#/d' -e 's/[[:space:]]\+/:/g' tools/cross-targets)
cross-names := $(foreach row,$(cross-rows),$(firstword $(subst :, ,$(row))))
# cross-triplet NAME
cross-triplet = $(word 2,$(subst :, ,$(filter $(1):%,$(cross-rows))))
# cross-gcc NAME
cross-gcc = $(call cross-triplet,$(1))-gcc-$(CROSS_MAJOR)

.PHONY: all-targets setup-targets check-all
all-targets: $(addprefix build-,$(cross-names))

setup-targets:
	@tools/setup.sh targets "$(CROSS_MAJOR)"

.PHONY: $(addprefix build-,$(cross-names))
$(addprefix build-,$(cross-names)): build-%:
	@if command -v $(call cross-gcc,$*) >/dev/null; then \
	  echo "$*: building with $(call cross-gcc,$*)"; \
	  $(MAKE) --no-print-directory GCC=$(call cross-gcc,$*) all; \
	else \
	  echo "$*: there is no $(call cross-gcc,$*) (make setup-targets)"; \
	fi

.PHONY: $(addprefix check-,$(cross-names))
$(addprefix check-,$(cross-names)): check-%:
	@tools/setup.sh "targets:$*" "$(CROSS_MAJOR)"
	@$(MAKE) --no-print-directory GCC=$(call cross-gcc,$*) check

# Compilers without a system, and the programs that can be without one.
bare-triplets := $(shell sed -e '/^\#/d' -e 's/[[:space:]].*//' tools/bare-targets)
.PHONY: check-bare $(addprefix check-,$(bare-triplets))
check-bare: $(addprefix check-,$(bare-triplets))
$(addprefix check-,$(bare-triplets)): check-%:
	@tools/setup.sh "bare:$*"
	@$(MAKE) --no-print-directory GCC=$*-gcc THEMES="support" check

# One after the other, all of them, also when one fails.
check-all:
	@status=0; \
	for machine in check $(addprefix check-,$(cross-names)); do \
	  echo "== $$machine"; \
	  $(MAKE) --no-print-directory $$machine || status=1; \
	done; exit $$status
