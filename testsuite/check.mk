# SPDX-License-Identifier: GPL-3.0-or-later
# Running the test suite; included by the Makefile.  See testsuite/README.md.
#
#   make check                      everything, a runtest process for each processor
#   make check THEMES="execute/tail* codegen"
#   make check SKIP_THEMES="scale"  everything else
#   make check RUNTESTFLAGS=...     further arguments of runtest
#   make check-consistency          GCC's own checks: -fchecking=2 -fcompare-debug
#   make check-tests                the tests themselves: they pass with Clang's
#                                   KCFI, and without any no run test passes
#   make check-matrix               with GCC 11 to 16, the newer ones in a chroot
#   make check-matrix MATRIX="13 16:aarch64"   some; MATRIX=all: also all cross
#                                   compilers and the next GCC (matrix.sh)
#   make clean-matrix               remove chroot and table

CLANG ?= $(shell command -v clang-19)
RUNTESTFLAGS ?=
THEMES ?=
SKIP_THEMES ?=
# Programs of another machine than this one are emulated.
machine := $(firstword $(subst -, ,$(triplet)))
BOARD ?= $(if $(filter $(machine),$(shell uname -m)),unix-native,qemu-user)

check-dir = $(out)/testsuite
# Each theme is a process, the longest first.
check-themes = scale stages execute torture warnings builds codegen typeid audit \
	cxx buildsystems interop driver support attributes errors unit freestanding lint \
	release documents

define KCFI_SITE
set KCFI_CC "$(GCC)"
set KCFI_PLUGIN "$(abspath $(plugin))"
set KCFI_DRIVER "$(abspath $(driver))"
set KCFI_TARGET "$(triplet)"
set KCFI_BUILD "$(abspath $(out))"
set KCFI_C_SOURCES "$(plain-c-sources)"
set KCFI_IDS_SOURCES "$(ids-sources)"
set KCFI_AUDIT_SANITIZED "$(abspath $(audit-sanitized-out))"
set KCFI_OBJECTS "$(abspath $(objects))"
set CLANG "$(CLANG)"
lappend boards_dir "$(abspath testsuite/boards)"
set target_list $(BOARD)
endef
export KCFI_SITE

# run-suite NAME ARGUMENTS: leaves NAME.N/kcfi.sum and .log under check-dir.
define run-suite
@rm -rf $(check-dir)/$(1).*
@set -f; n=0; for theme in $(or $(THEMES),$(filter-out $(SKIP_THEMES),$(check-themes))); do \
  n=$$((n + 1)); dir=$(check-dir)/$(1).$$n; mkdir -p $$dir; \
  printenv KCFI_SITE > $$dir/site.exp; \
  printf '%s\0%s\0' $$dir "$$theme"; \
done | xargs -0 -n 2 -P "$$(nproc)" sh -c 'cd "$$0" && \
  runtest --tool kcfi --srcdir $(abspath testsuite) $(2) $(RUNTESTFLAGS) \
    "themes.exp=$$1" > runtest.out 2>&1; :'
endef

.PHONY: check check-consistency check-tests
check: setup-check
	@$(MAKE) --no-print-directory all
	$(call run-suite,check,)
	@testsuite/lib/summary.sh $(check-dir)/check.*/kcfi.sum

check-consistency: setup-check
	@$(MAKE) --no-print-directory all
	$(call run-suite,consistency,KCFI_EXTRA="-fchecking=2 -fcompare-debug")
	@testsuite/lib/summary.sh $(check-dir)/consistency.*/kcfi.sum

check-tests: setup-check
	$(call run-suite,reference,KCFI_REFERENCE=$(CLANG))
	@testsuite/lib/summary.sh $(check-dir)/reference.*/kcfi.sum
	$(call run-suite,unprotected,KCFI_REFERENCE=none)
	@testsuite/lib/unprotected.sh $(check-dir)/unprotected.*/kcfi.sum

.PHONY: check-matrix clean-matrix
check-matrix: setup-check
	@testsuite/matrix.sh $(MATRIX)

clean-matrix:
	rm -rf --one-file-system build/matrix
