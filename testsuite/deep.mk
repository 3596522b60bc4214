# SPDX-License-Identifier: GPL-3.0-or-later
# Long checks on code that nobody here wrote; included by the Makefile.
# doc/testing-deep.md says what each compares and how to reproduce a seed.
#
#   make check-deep          all of the following
#   make check-torture       GCC's C torture tests, with and without the plugin
#   make check-types         random prototypes against Clang's ids
#   make check-programs      random programs, with and without the plugin
#
# JOBS=N processes, default all processors.

deep-dir = $(out)/deep
deep-tools = $(deep-dir)/type-gen $(deep-dir)/compare-ids \
	$(deep-dir)/program-gen
generator-flags = -std=c11 $(warnings) -O2

TYPES ?= 1000000
PROGRAMS ?= 10000
TYPES_CLANG ?= $(CLANG)

$(deep-dir)/type-gen: $(addprefix testsuite/random/,type-gen.c make-type.c \
		c-type.c chance.c) $(wildcard testsuite/random/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $(filter %.c,$^)

$(deep-dir)/compare-ids: testsuite/random/compare-ids.c
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $^

$(deep-dir)/program-gen: $(addprefix testsuite/random/,program-gen.c \
		program-types.c program-values.c program-body.c chance.c) \
		$(wildcard testsuite/random/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $(filter %.c,$^)

.PHONY: check-deep check-torture check-types check-programs
check-torture: setup-check all
	@testsuite/torture/torture.sh $(deep-dir) $(GCC) $(plugin)

check-types: setup-check all $(deep-tools)
	@TYPES=$(TYPES) TYPES_CLANG="$(TYPES_CLANG)" \
		testsuite/random/types.sh $(deep-dir) $(GCC) $(plugin)

check-programs: setup-check all $(deep-tools)
	@PROGRAMS=$(PROGRAMS) \
		testsuite/random/programs.sh $(deep-dir) $(GCC) $(plugin)

check-deep:
	@for part in torture types programs; do \
		$(MAKE) --no-print-directory check-$$part || true; \
	done
	@testsuite/lib/summary.sh $(deep-dir)/torture.sum \
		$(deep-dir)/types.sum $(deep-dir)/programs.sum
