# SPDX-License-Identifier: GPL-3.0-or-later
# Long checks on code that nobody here wrote; included by the Makefile.
# doc/testing-deep.md says what each compares and how to reproduce a seed.
#
#   make check-deep                 all of the following
#   make check-torture              GCC's C torture tests, with and without the plugin
#   make check-consistency-torture  the same under -fchecking=2 -fcompare-debug
#   make check-reproducible         each of them compiled twice: equal objects
#   make check-gcc-files            GCC's gcc.dg, gcc.target and c-c++-common: the same
#                                   messages, and no file takes long
#   make check-cxx-files            GCC's g++.dg, g++.old-deja and g++.target: the same
#                                   messages, and programs that end and print the same
#   make check-cxx-ids              the ids of the functions of these files and of the
#                                   standard library's templates against Clang's
#   make check-types                random prototypes against Clang's ids
#   make check-cxx-types            random C++ types, re-mangled, against Clang's ids
#   make check-cxx-plugin-types     the plugin's ids of such types against Clang's
#   make check-programs             random programs, with and without the plugin
#   make check-audit-truth          what kcfi-audit sees in random programs, against
#                                   what the compilers say; all plugins that are built
#   make check-hierarchies          random C++ classes, with and without virtual checking
#   make check-userland             musl, Lua, zlib, zstd, SQLite, BusyBox
#   make check-userland-cxx         libstdc++, TinyXML-2, JsonCpp, Ninja, LevelDB, Cppcheck
#   make check-firmware             OpenSBI, U-Boot, TF-A, SeaBIOS, booted in QEMU
#   make check-buildsystems         CMake, Meson, libtool: the theme with its variants
#   make check-mutants              the tests fail without the code that they test
#   make check-deep-ci              a part of each that takes some minutes
#   make bench-cxx                  what checking C++ costs, in instructions and time
#   make bench-run                  what checks cost when programs run, with plots
#
# GCC=aarch64-linux-gnu-gcc-12 and so on: programs run under an emulator.
# TORTURE_LEVELS="-O2" chooses levels, separated by `;'.
#
# JOBS=N processes, default all processors.

deep-dir = $(out)/deep
deep-tools = $(deep-dir)/type-gen $(deep-dir)/compare-ids \
	$(deep-dir)/program-gen $(deep-dir)/hierarchy-gen $(cxx-deep-tools)
cxx-deep-tools = $(deep-dir)/cxx-type-gen $(deep-dir)/check-remangled
generator-flags = -std=c11 $(warnings) -O2

TYPES ?= 1000000
CXX_TYPES ?= 300000
CXX_TYPES_CLANG ?= $(subst clang,clang++,$(TYPES_CLANG))
PROGRAMS ?= 10000
HIERARCHIES ?= 5000
TRUTH ?= 10000
TYPES_CLANG ?= $(CLANG)
TORTURE_LEVELS ?=
emulator = $(if $(filter unix-native,$(BOARD)),,qemu-$(machine) -L /usr/$(triplet))
audit-tool = build/audit/kcfi-audit

random = testsuite/random
$(deep-dir)/type-gen: $(addprefix $(random)/,chance.c $(addprefix types/,type-gen.c \
		make-type.c make-definition.c make-compatible.c c-type.c)) \
		$(wildcard $(random)/*.h $(random)/types/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $(filter %.c,$^)

$(deep-dir)/compare-ids: $(random)/types/compare-ids.c
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $^

$(deep-dir)/program-gen: $(addprefix $(random)/,chance.c line.c $(addprefix programs/, \
		program-gen.c program-types.c program-values.c program-body.c)) \
		$(wildcard $(random)/*.h $(random)/programs/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $(filter %.c,$^)

$(deep-dir)/hierarchy-gen: $(random)/chance.c $(random)/line.c \
		$(wildcard $(random)/hierarchies/*.c $(random)/*.h $(random)/hierarchies/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $(filter %.c,$^)

$(deep-dir)/cxx-type-gen: $(random)/chance.c $(addprefix $(random)/cxx-types/, \
		cxx-type-gen.c cxx-type-print.c cxx-type-words.c) \
		$(wildcard $(random)/*.h $(random)/cxx-types/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -o $@ $(filter %.c,$^)

# getline is POSIX.
$(deep-dir)/check-remangled: $(random)/cxx-types/check-remangled.c $(ids-sources) \
		$(wildcard gimple/ids/*.h)
	@mkdir -p $(@D)
	@$(HOSTCC) $(generator-flags) -D_GNU_SOURCE -o $@ $(filter %.c,$^)

.PHONY: setup-deep
setup-deep: setup-check
	@tools/setup.sh deep "$(GCC)"

.PHONY: check-torture check-consistency-torture check-reproducible
check-torture: setup-check all
	@TORTURE_RUN="$(emulator)" testsuite/torture/torture.sh $(deep-dir) \
		$(GCC) $(plugin) $(if $(TORTURE_LEVELS),"$(TORTURE_LEVELS)")

# -fcompare-debug compiles twice; -flto and -g have nothing to compare.
check-consistency-torture: setup-check all
	@NAME=consistency TORTURE_RUN="$(emulator)" \
		TORTURE_EXTRA="-fchecking=2 -fcompare-debug" \
		testsuite/torture/torture.sh $(deep-dir) $(GCC) $(plugin) \
		"$(or $(TORTURE_LEVELS),-O0;-O2;-O3;-Os)"

check-reproducible: setup-check all
	@NAME=reproducible TORTURE_REPRODUCE=1 \
		testsuite/torture/torture.sh $(deep-dir) $(GCC) $(plugin) \
		"$(or $(TORTURE_LEVELS),-O2 -g)"

# SOURCES=16: the files of that version.
.PHONY: check-gcc-files
check-gcc-files: setup-deep all
	@testsuite/torture/files.sh $(deep-dir) $(GCC) $(plugin)

# FILES_EXTRA="-fplugin-arg-kcfi-virtual=name": further arguments for the plugin.
.PHONY: check-cxx-files check-cxx-ids
check-cxx-files: setup-deep all
	@NAME=cxx-files FILES_LANGUAGE=c++ FILES_RUN="$(emulator)" \
		FILES_EXTRA="$(FILES_EXTRA)" \
		testsuite/torture/files.sh $(deep-dir) $(GCC) $(plugin)

check-cxx-ids: setup-deep all
	@NAME=cxx-ids FILES_LANGUAGE=c++ FILES_IDS="$(CXX_TYPES_CLANG)" \
		testsuite/torture/files.sh $(deep-dir) $(GCC) $(plugin)

.PHONY: check-types check-cxx-types check-programs check-hierarchies check-mutants
.PHONY: check-userland check-userland-cxx

check-types: setup-check all $(deep-tools)
	@TYPES=$(TYPES) TYPES_CLANG="$(TYPES_CLANG)" \
		$(random)/types/types.sh $(deep-dir) $(GCC) $(plugin)

check-cxx-types: setup-check $(cxx-deep-tools)
	@CXX_TYPES=$(CXX_TYPES) CXX_TYPES_CLANG="$(CXX_TYPES_CLANG)" \
		$(random)/cxx-types/cxx-types.sh $(deep-dir)

.PHONY: check-cxx-plugin-types
check-cxx-plugin-types: setup-check all $(cxx-deep-tools) $(deep-dir)/compare-ids
	@CXX_TYPES=$(CXX_TYPES) CXX_TYPES_CLANG="$(CXX_TYPES_CLANG)" \
		$(random)/cxx-types/cxx-types.sh $(deep-dir) $(GCC) $(plugin)

check-programs: setup-deep all $(deep-tools)
	@PROGRAMS=$(PROGRAMS) \
		PROGRAMS_RUN="$(emulator)" \
		$(random)/programs/programs.sh $(deep-dir) $(GCC) $(plugin)

.PHONY: check-audit-truth
check-audit-truth: setup-deep all $(deep-tools)
	@TRUTH=$(TRUTH) TRUTH_CLANG="$(CLANG)" TRUTH_BUILD=build \
		$(random)/audit-truth/truth.sh $(deep-dir) $(audit-tool)

check-hierarchies: setup-deep all $(deep-tools)
	@HIERARCHIES=$(HIERARCHIES) \
		HIERARCHIES_RUN="$(emulator)" \
		$(random)/hierarchies/hierarchies.sh $(deep-dir) $(GCC) $(plugin)

check-userland: setup-deep all
	@testsuite/userland/userland.sh $(deep-dir) $(GCC) $(plugin) $(audit-tool)

check-userland-cxx: setup-deep all
	@testsuite/userland/cxx.sh $(deep-dir) $(GCC) $(plugin) $(audit-tool)

# FIRMWARE="u-boot arm-trusted-firmware" chooses; TF-A starts the U-Boot that was built.
.PHONY: check-firmware
check-firmware: setup-deep build-aarch64 build-riscv64
	@$(MAKE) --no-print-directory GCC=gcc-12 all
	@testsuite/firmware/firmware.sh build/firmware build $(audit-tool)

# Its cross builds are for aarch64.
.PHONY: check-buildsystems
check-buildsystems: THEMES = buildsystems
check-buildsystems: setup-check all build-aarch64
	$(call run-suite,buildsystems,KCFI_BUILDSYSTEMS=all)
	@mkdir -p $(deep-dir)
	@cp $(check-dir)/buildsystems.1/kcfi.sum $(deep-dir)/buildsystems.sum
	@testsuite/lib/summary.sh $(deep-dir)/buildsystems.sum

# Some mutants are of other machines' code.
check-mutants: setup-deep all
	@for machine in aarch64 arm mips64el s390x; do \
		tools/setup.sh targets:$$machine 12 || exit; \
	done
	@testsuite/mutants/mutants.sh $(deep-dir) $(GCC)

# BENCH=calls or compile: one part.
.PHONY: bench-cxx
bench-cxx: setup-check all
	@testsuite/cost/bench-cxx.sh "$(GCC)" $(out)/cost $(plugin) $(BENCH)

# BENCH="micro cxx report" or other parts; ROUNDS, CPU, FORMS, CLANGS (bench-run.sh).
.PHONY: bench-run
bench-run: setup-deep setup-bench all
	@testsuite/cost/run/bench-run.sh "$(GCC)" $(out)/cost/run $(plugin) $(BENCH)

.PHONY: setup-bench
setup-bench:
	@tools/setup.sh bench "$(GCC)"

deep-parts = torture consistency reproducible gcc-files cxx-files cxx-ids types cxx-types \
	cxx-plugin-types programs audit-truth hierarchies userland userland-cxx buildsystems \
	mutants
.PHONY: check-deep
check-deep:
	@for part in $(subst consistency,consistency-torture,$(deep-parts)); do \
		$(MAKE) --no-print-directory check-$$part || true; \
	done
	@testsuite/lib/summary.sh $(patsubst %,$(deep-dir)/%.sum,$(deep-parts))

# What CI runs; the seeds are printed.
.PHONY: check-deep-ci
check-deep-ci: setup-deep all $(deep-tools)
	@rm -f $(deep-dir)/ci-*.sum
	@NAME=ci-types TYPES=20000 TYPES_CLANG="$(TYPES_CLANG)" \
		$(random)/types/types.sh $(deep-dir) $(GCC) $(plugin) || true
	@NAME=ci-cxx-types CXX_TYPES=5000 CXX_TYPES_CLANG="$(CXX_TYPES_CLANG)" \
		$(random)/cxx-types/cxx-types.sh $(deep-dir) || true
	@NAME=ci-cxx-plugin-types CXX_TYPES=5000 CXX_TYPES_CLANG="$(CXX_TYPES_CLANG)" \
		$(random)/cxx-types/cxx-types.sh $(deep-dir) $(GCC) $(plugin) || true
	@NAME=ci-programs PROGRAMS=120 CSMITH=30 PICK=1 \
		$(random)/programs/programs.sh $(deep-dir) $(GCC) $(plugin) || true
	@NAME=ci-audit-truth TRUTH=20 TRUTH_CLANG="$(CLANG)" TRUTH_BUILD=build \
		$(random)/audit-truth/truth.sh $(deep-dir) $(audit-tool) || true
	@NAME=ci-hierarchies HIERARCHIES=100 MODES="name class" MODE_PICK=1 \
		$(random)/hierarchies/hierarchies.sh $(deep-dir) $(GCC) $(plugin) || true
	@NAME=ci-reproducible TORTURE_REPRODUCE=1 EVERY=20 ROTATE=1 \
		testsuite/torture/torture.sh $(deep-dir) $(GCC) $(plugin) \
		"-O0;-O2;-O2 -g;-Os" || true
	@NAME=ci-consistency EVERY=40 ROTATE=1 \
		TORTURE_EXTRA="-fchecking=2 -fcompare-debug" \
		testsuite/torture/torture.sh $(deep-dir) $(GCC) $(plugin) \
		"-O0;-O2;-Os" || true
	@NAME=ci-gcc-files EVERY=50 \
		testsuite/torture/files.sh $(deep-dir) $(GCC) $(plugin) || true
	@NAME=ci-cxx-files FILES_LANGUAGE=c++ EVERY=100 SEED=$$(date +%s) \
		testsuite/torture/files.sh $(deep-dir) $(GCC) $(plugin) || true
	@NAME=ci-cxx-ids FILES_LANGUAGE=c++ FILES_IDS="$(CXX_TYPES_CLANG)" EVERY=400 \
		SEED=$$(date +%s) \
		testsuite/torture/files.sh $(deep-dir) $(GCC) $(plugin) || true
	@testsuite/lib/summary.sh $(patsubst %,$(deep-dir)/ci-%.sum,\
		types cxx-types cxx-plugin-types programs audit-truth hierarchies reproducible \
		consistency gcc-files cxx-files cxx-ids)
