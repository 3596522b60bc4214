# SPDX-License-Identifier: GPL-3.0-or-later
# kcfi-audit, which reads binaries of all machines and compilers: it is built
# once, for this machine, into build/audit.  All of it but the command line is
# libkcfi-audit.a, whose header is tools/kcfi-audit/kcfi-audit.h.  Included by the
# Makefile.
#
#   make audit            build both
#   make install-audit-library     its header, archives and kcfi-audit.pc, into
#                         prefix=, libdir= and audit-includedir=
#   make audit-sanitized  build both with the address and undefined-behaviour
#                         sanitizers, into build/audit/sanitized-COMPILER
#   make check-audit      run its tests
#   make audit-fuzz       fuzz it for FUZZ_SECONDS (default 60) with libFuzzer

audit-out := build/audit
audit := $(audit-out)/kcfi-audit
audit-libraries := -ldw -lelf -lcapstone -liberty
audit-command-sources := $(addprefix tools/kcfi-audit/,main.c options.c)
audit-library-sources := $(filter-out $(audit-command-sources), \
	$(shell find tools/kcfi-audit -name "*.c" | LC_ALL=C sort))
audit-flags = -std=c11 $(warnings) $(CPPFLAGS) $(CFLAGS)

# Clang's sanitizers see more than GCC's: an offset added to a null pointer, or
# one that overflows.
audit-sanitizing-compiler := $(or $(CLANG),$(HOSTCC))
audit-sanitized-out := \
	$(audit-out)/sanitized-$(notdir $(firstword $(audit-sanitizing-compiler)))
audit-sanitizing-flags = -std=c11 -Wall -Wextra -Werror -g -O1 \
	-fsanitize=address,undefined -fno-sanitize-recover=all
audit-fuzzing-flags = -std=c11 -Wall -Wextra -Werror -g -O1 \
	-fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined

# audit-build FOLDER,COMPILER,FLAGS: rules for the libraries and the tool in FOLDER.
audit-libraries-in = $(1)/libkcfi-audit.a $(1)/libkcfi-ids.a
audit-objects-in = $(patsubst %,$(1)/%.o,$(audit-command-sources) \
	$(audit-library-sources) $(ids-sources))
define audit-build
$(1)/libkcfi-audit.a: $(patsubst %,$(1)/%.o,$(audit-library-sources))
$(1)/libkcfi-ids.a: $(patsubst %,$(1)/%.o,$(ids-sources))
$(call audit-libraries-in,$(1)):
	@echo "  AR  $$@"
	@rm -f $$@
	@$$(AR) qcs $$@ $$^

$(1)/kcfi-audit: $(patsubst %,$(1)/%.o,$(audit-command-sources)) \
		$(call audit-libraries-in,$(1))
	@echo "  LD  $$@"
	@$(2) $(3) $$(LDFLAGS) -o $$@ $$^ $(audit-libraries)

$(1)/%.c.o: %.c
	@mkdir -p $$(@D)
	@echo "  CC  $$<"
	@$(2) $(3) -MMD -MP -c -o $$@ $$<

-include $(patsubst %.o,%.d,$(call audit-objects-in,$(1)))
endef
$(eval $(call audit-build,$(audit-out),$$(HOSTCC),$$(audit-flags)))
$(eval $(call audit-build,$(audit-sanitized-out),$$(audit-sanitizing-compiler),$$(audit-sanitizing-flags)))
$(eval $(call audit-build,$(audit-out)/fuzz/build,$$(CLANG),$$(audit-fuzzing-flags)))
audit-objects := $(call audit-objects-in,$(audit-out))

# Building all goes on without it where a library is missing.
.PHONY: audit audit-where-possible audit-sanitized
all: audit-where-possible
audit-where-possible:
	@if package=$$(tools/kcfi-audit/check-libraries.sh "$(HOSTCC)"); then \
	  $(MAKE) --no-print-directory $(audit); \
	else \
	  echo "kcfi-audit is not built: it needs package $$package"; \
	fi

audit:
	@package=$$(tools/kcfi-audit/check-libraries.sh "$(HOSTCC)") || { \
	  echo "kcfi-audit needs package $$package (make check installs it)" >&2; \
	  exit 1; }
	@$(MAKE) --no-print-directory $(audit)

audit-sanitized: $(audit-sanitized-out)/kcfi-audit

.PHONY: install-audit install-audit-built uninstall-audit clean-audit
install: install-audit
install-audit: all
	@[ ! -x $(audit) ] || $(MAKE) --no-print-directory install-audit-built

# The auditor depends on no compiler: a package of its own, and whoever only reads
# binaries needs nothing else.
install-audit-built:
	install -d $(DESTDIR)$(bindir)
	install -m 755 $(audit) $(DESTDIR)$(bindir)/kcfi-audit
	install -m 755 tools/kcfi-audit/kcfi-check-kernel $(DESTDIR)$(bindir)
	$(call install-page,kcfi-audit.1)
	$(call install-page,kcfi-check-kernel.1)
	$(call install-completion,kcfi-audit,kcfi-audit)

# For programs with their own use of the library: nobody needs it to run kcfi-audit.
libdir ?= $(prefix)/lib
audit-includedir ?= $(prefix)/include
audit-library-files = $(addprefix $(DESTDIR)$(libdir)/,libkcfi-audit.a libkcfi-ids.a \
	pkgconfig/kcfi-audit.pc) $(DESTDIR)$(audit-includedir)/kcfi-audit.h

.PHONY: install-audit-library uninstall-audit-library
install-audit-library: audit
	install -d $(DESTDIR)$(libdir)/pkgconfig $(DESTDIR)$(audit-includedir)
	install -m 644 $(call audit-libraries-in,$(audit-out)) $(DESTDIR)$(libdir)
	install -m 644 tools/kcfi-audit/kcfi-audit.h $(DESTDIR)$(audit-includedir)
	sed -e 's|@PREFIX@|$(prefix)|; s|@LIBDIR@|$(libdir)|; s|@VERSION@|$(version)|' \
	  -e 's|@INCLUDEDIR@|$(audit-includedir)|' tools/kcfi-audit/kcfi-audit.pc.in \
	  > $(DESTDIR)$(libdir)/pkgconfig/kcfi-audit.pc
	chmod 644 $(DESTDIR)$(libdir)/pkgconfig/kcfi-audit.pc

uninstall: uninstall-audit-library
uninstall-audit-library:
	rm -f $(audit-library-files)

uninstall: uninstall-audit
uninstall-audit:
	rm -f $(addprefix $(DESTDIR)$(bindir)/,kcfi-audit kcfi-check-kernel) \
		$(call page-file,kcfi-audit.1) $(call page-file,kcfi-check-kernel.1) \
		$(DESTDIR)$(completionsdir)/kcfi-audit \
		$(DESTDIR)$(zshcompletionsdir)/_kcfi-audit

clean: clean-audit
clean-audit:
	rm -rf $(audit-out)

# --- Tests ----------------------------------------------------------------------

.PHONY: check-audit audit-fuzz
check-audit: setup-check
	@$(MAKE) --no-print-directory check THEMES=audit

audit-fuzz: setup-check
	@$(MAKE) --no-print-directory $(call audit-libraries-in,$(audit-out)/fuzz/build)
	@testsuite/audit/fuzz/run.sh "$(audit-out)/fuzz" "$${FUZZ_SECONDS:-60}" \
		$(call audit-libraries-in,$(audit-out)/fuzz/build)
