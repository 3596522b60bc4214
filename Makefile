# SPDX-License-Identifier: GPL-3.0-or-later
# KCFI for GCC: builds the plugin, the driver kcfi-gcc and runs the tests.
#
#   make all               build for the compiler GCC (default gcc), as plain make
#   make demo              install what building needs, build, show it at work
#   make demo-cxx          the same with a kernel in C++, booted in QEMU
#   make install           into DESTDIR=, prefix=, plugindir=, includedir=
#   make uninstall         remove what make install with the same variables wrote
#   make clean             remove what was built for GCC
#   make help              print these lines, of all makefiles
#
#   make format            format the sources
#   make lint              formatting, warnings of Clang and cppcheck, ShellCheck,
#                          references, documents, lists of files
#   make api-report        where GCC's version is tested
#   make compile-commands  write compile_commands.json, for editors and clang tools
#   make hooks             let git run tools/pre-commit before each commit
#
# GCC=gcc-12 chooses the compiler; CROSS_COMPILE=aarch64-linux-gnu- a cross one.
# HOSTCC= and HOSTCXX= build the plugin, with CFLAGS, CXXFLAGS, CPPFLAGS, LDFLAGS;
# WERROR=-Werror, as CI has it, makes their warnings errors.
#
# prefix= moves the commands and manual pages.  It does not move the plugin: GCC
# looks for -fplugin=kcfi in one folder, which plugindir is unless it is given.  Nor
# does it move the headers kcfi/*.h, which go where GCC has its own and finds them
# also with -ffreestanding; includedir= moves them, and plugindir= takes them along.
# debugdir= is where the plugin's debug information goes, .debug beside it unless
# it is given; empty, for packagers whose tools do this, the plugin keeps it.

.DEFAULT_GOAL := all

GCC ?= $(CROSS_COMPILE)gcc
HOSTCC ?= gcc
HOSTCXX ?= g++
OBJCOPY ?= objcopy
WERROR ?=

# `make CC=gcc-12' could mean either.
ifeq ($(MAKELEVEL),0)
ifneq ($(filter command,$(origin CC) $(origin CXX)),)
$(warning CC= and CXX= have no effect: GCC= names the compiler to build for, \
	HOSTCC= and HOSTCXX= those that build)
endif
endif

triplet := $(shell $(GCC) -dumpmachine 2>/dev/null)
major := $(firstword $(subst ., ,$(shell $(GCC) -dumpversion 2>/dev/null)))
ifeq ($(triplet),)
$(error There is no compiler "$(GCC)": name one with GCC=)
endif

out := build/$(triplet)-$(major)
gcc-plugin-dir := $(shell $(GCC) -print-file-name=plugin)

prefix ?= /usr/local
bindir ?= $(prefix)/bin
mandir ?= $(prefix)/share/man
completionsdir ?= $(prefix)/share/bash-completion/completions
zshcompletionsdir ?= $(prefix)/share/zsh/site-functions
plugindir ?= $(gcc-plugin-dir)
includedir ?= $(if $(filter $(plugindir),$(gcc-plugin-dir)),$(shell \
	$(GCC) -print-file-name=include),$(plugindir)/include)
headers := $(wildcard include/kcfi/*.h include/kcfi/*.ld)
debugdir ?= $(plugindir)/.debug

# What plugin/version.h defines as KCFI_$(1).
version-line = $(shell sed -n 's/^.define KCFI_$(1) "\(.*\)"/\1/p' plugin/version.h)
version := $(call version-line,VERSION)
release-date := $(call version-line,RELEASE_DATE)

warnings := -Wall -Wextra $(WERROR)
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
# Behind what is given, which may ask for executables and for link-time optimization;
# the plugin is a library, and its relocatable link cannot have that.
plugin-flags := -fPIC -fno-lto
c-flags := -std=c11 $(warnings) $(CPPFLAGS) $(CFLAGS) $(plugin-flags)
# GCC's own headers are not clean with every compiler: they are system headers.
cxx-flags := $(warnings) -fno-rtti -fno-exceptions \
	-isystem $(gcc-plugin-dir)/include \
	-DKCFI_TARGET_TRIPLET='"$(triplet)"' $(CPPFLAGS) $(CXXFLAGS) $(plugin-flags)

# --- What is built ------------------------------------------------------------

include gimple/ids/ids.mk

base-sources := $(addprefix plugin/base/,number-set.c string-list.c text.c)
c-sources := $(sort $(base-sources) $(ids-sources) \
	$(wildcard plugin/*.c gimple/parse/*.c gimple/cxx/*.c \
	rtl/targets/*.c))
cxx-sources := $(wildcard plugin/*.cc gimple/*.cc gimple/parse/*.cc gimple/cxx/*.cc \
	rtl/*.cc)
driver-sources := $(sort $(wildcard plugin/driver/*.c) plugin/arguments.c \
	$(base-sources) $(ids-sources))
# What is written without GCC: the unit tests link what they need of it.
plain-c-sources := $(sort $(c-sources) $(driver-sources))

objects := $(patsubst %,$(out)/%.o,$(c-sources) $(cxx-sources))
driver-objects := $(patsubst %,$(out)/%.o,$(driver-sources))
plugin := $(out)/kcfi.so
driver := $(out)/kcfi-gcc
# Installed under a name that tells the compiler: aarch64-linux-gnu-kcfi-gcc-12.
gcc-name := $(notdir $(GCC))
driver-name := $(if $(findstring gcc,$(gcc-name)),$(subst gcc,kcfi-gcc,$(gcc-name)),kcfi-gcc)

.PHONY: all
all: $(plugin) $(driver)

# The references to the compiler are weak: loaded into another GCC, which lacks
# some of them, the plugin still starts, and says what differs.
$(plugin): $(objects) plugin/exports.map
	@echo "  LD  $@"
	@$(HOSTCXX) -r -nostdlib -fno-lto -o $(out)/kcfi.o $(objects)
	@$(OBJCOPY) --weaken $(out)/kcfi.o
	@$(HOSTCXX) -shared -Wl,--version-script=plugin/exports.map $(CXXFLAGS) \
		$(plugin-flags) $(LDFLAGS) -o $@ $(out)/kcfi.o
	@tools/untried-gcc.sh "$(GCC)" built

$(driver): $(driver-objects)
	@echo "  LD  $@"
	@$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $(driver-objects)
	@ln -sf kcfi-gcc $(out)/kcfi-g++

$(out)/%.c.o: %.c | $(out)/headers-checked
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(HOSTCC) $(c-flags) -MMD -MP -c -o $@ $<

# Plain `kcfi-gcc' runs the compiler that it was built for, under the name that
# GCC= had at the last build.
$(out)/plugin/driver/main.c.o: c-flags += -DKCFI_STANDARD_GCC='"$(GCC)"'
$(out)/plugin/driver/main.c.o: $(out)/standard-gcc
.PHONY: always
$(out)/standard-gcc: always | $(out)/headers-checked
	@echo '$(GCC)' | cmp -s - $@ || echo '$(GCC)' > $@

$(out)/%.cc.o: %.cc | $(out)/headers-checked
	@mkdir -p $(@D)
	@echo "  CXX $<"
	@$(HOSTCXX) $(cxx-flags) -MMD -MP -c -o $@ $< \
	  || { tools/untried-gcc.sh "$(GCC)" failed; exit 1; }

-include $(patsubst %.o,%.d,$(objects) $(driver-objects))

# One sentence for what is missing, instead of a page of errors.
$(out)/headers-checked: tools/check-headers.sh
	@mkdir -p $(@D)
	@CPPFLAGS="$(CPPFLAGS)" tools/check-headers.sh "$(GCC)" "$(HOSTCC)" "$(HOSTCXX)"
	@touch $@

# --- Install ------------------------------------------------------------------

# Nine tenths of the plugin are debug information: a file of its own, which
# debuggers find by the link.
stripped := $(out)/stripped/kcfi.so
$(stripped): $(plugin)
	@mkdir -p $(@D)
	@echo "  STRIP  $@"
	@$(OBJCOPY) --only-keep-debug $(plugin) $@.debug
	@$(OBJCOPY) --strip-unneeded --add-gnu-debuglink=$@.debug $(plugin) $@

# install-page PAGE: a manual page, which tells the version.
page-file = $(DESTDIR)$(mandir)/man$(subst .,,$(suffix $(1)))/$(1)
define install-page
install -d $(dir $(call page-file,$(1)))
sed 's/@VERSION@/$(version)/; s/@DATE@/$(release-date)/' doc/$(1) \
	> $(call page-file,$(1))
chmod 644 $(call page-file,$(1))
endef

# install-completion SOURCE,COMMAND: bash looks for it by the command's name, zsh by
# what the file says.
define install-completion
install -d $(DESTDIR)$(completionsdir) $(DESTDIR)$(zshcompletionsdir)
install -m 644 packaging/completions/$(1) $(DESTDIR)$(completionsdir)/$(2)
install -m 644 packaging/completions/_$(1) $(DESTDIR)$(zshcompletionsdir)/_$(1)
endef

.PHONY: install uninstall clean
install: all $(if $(debugdir),$(stripped))
	install -d $(DESTDIR)$(plugindir) $(DESTDIR)$(bindir) \
		$(DESTDIR)$(includedir)/kcfi
	install -m 644 $(if $(debugdir),$(stripped),$(plugin)) \
		$(DESTDIR)$(plugindir)/kcfi.so
ifneq ($(debugdir),)
	install -d $(DESTDIR)$(debugdir)
	install -m 644 $(stripped).debug $(DESTDIR)$(debugdir)/kcfi.so.debug
endif
	install -m 755 $(driver) $(DESTDIR)$(bindir)/$(driver-name)
	tools/companions.sh install "$(DESTDIR)$(bindir)" "$(GCC)"
	install -m 644 $(headers) $(DESTDIR)$(includedir)/kcfi
	$(call install-page,kcfi-gcc.1)
	$(call install-page,kcfi-plugin.7)
	$(call install-completion,kcfi-gcc,$(driver-name))

uninstall:
	rm -f $(addprefix $(DESTDIR)$(includedir)/kcfi/,$(notdir $(headers)))
	[ ! -d $(DESTDIR)$(includedir)/kcfi ] \
		|| rmdir --ignore-fail-on-non-empty $(DESTDIR)$(includedir)/kcfi
	rm -f $(DESTDIR)$(plugindir)/kcfi.so $(DESTDIR)$(bindir)/$(driver-name) \
		$(call page-file,kcfi-gcc.1) $(call page-file,kcfi-plugin.7) \
		$(DESTDIR)$(completionsdir)/$(driver-name) \
		$(DESTDIR)$(zshcompletionsdir)/_kcfi-gcc
ifneq ($(debugdir),)
	rm -f $(DESTDIR)$(debugdir)/kcfi.so.debug
	[ ! -d $(DESTDIR)$(debugdir) ] \
		|| rmdir --ignore-fail-on-non-empty $(DESTDIR)$(debugdir)
endif
	tools/companions.sh remove "$(DESTDIR)$(bindir)" "$(GCC)"

clean:
	rm -rf $(out)

# --- Show and check -----------------------------------------------------------

.PHONY: demo demo-cxx setup-check
setup-check:
	@tools/setup.sh check "$(GCC)"

demo:
	@tools/setup.sh demo "$(GCC)"
	$(MAKE) --no-print-directory all
	@tools/demo.sh "$(GCC)" "$(out)"

demo-cxx:
	@tools/setup.sh demo-cxx "$(GCC)"
	$(MAKE) --no-print-directory all
	@tools/demo-cxx.sh "$(GCC)" "$(out)"

include tools/cross.mk
include tools/release.mk
include testsuite/check.mk
include tools/kcfi-audit/audit.mk
include testsuite/deep.mk
include testsuite/kernel/kernel.mk

# The lines `make TARGET' at the top of each makefile.
makefiles := $(filter-out %.d,$(MAKEFILE_LIST))
.PHONY: help hooks
help:
	@tools/help.sh $(makefiles)

hooks:
	git config core.hooksPath tools

# Every command that compiles a source of the plugin, the driver and the auditor.
.PHONY: compile-commands
compile-commands:
	@$(MAKE) --no-print-directory -nB $(plugin) $(driver) $(audit) \
	  | tools/compile-commands.sh > compile_commands.json
	@echo "compile_commands.json: $$(grep -c '"file"' compile_commands.json) sources"

.PHONY: format lint api-report
format:
	tools/format.sh --fix

lint: setup-check compile-commands
	tools/format.sh --check
	tools/lint.sh "$(gcc-plugin-dir)"
	@$(MAKE) --no-print-directory all
	@tools/cycles.sh tools/cycles-allowed $(objects) $(driver-objects) \
		$(audit-objects)
	@tools/check-lists.sh compile_commands.json $(ids-sources)
	@$(MAKE) --no-print-directory -pnq help | sed -n 's/^\.PHONY: //p' \
	  | tools/help.sh --check "$(cross-names) $(kernel-names)" $(makefiles)

# Every place outside gcc-compat.h that asks for GCC's version, in the sources and
# in the tests (which write `dg-require gcc-14').
api-report:
	@! grep -nE 'GCCPLUGIN_VERSION|GCC_(VERSION|MAJOR)|__GNUC(_MINOR)?__' -r \
		plugin gimple rtl tools testsuite \
		--include='*.cc' --include='*.[chS]' --include='*.def' \
		| grep -v '^plugin/gcc-compat.h:'
	@echo "api-report: GCC's version is tested in plugin/gcc-compat.h only"
