# SPDX-License-Identifier: GPL-3.0-or-later
# kcfi-audit, which reads binaries of all machines and compilers: it is built
# once, for this machine, into build/audit.  Included by the Makefile.
#
#   make audit          build it
#   make check-audit    run its tests
#   make audit-fuzz     fuzz it for FUZZ_SECONDS (default 60) with libFuzzer

audit-out := build/audit
audit := $(audit-out)/kcfi-audit
audit-libraries := -ldw -lelf -lcapstone
audit-sources := $(shell find tools/kcfi-audit -name "*.c" | LC_ALL=C sort) \
	rtl/targets/x86-preamble.c $(ids-sources)
audit-objects := $(patsubst %,$(audit-out)/%.o,$(audit-sources))
audit-flags := -std=c11 $(warnings) $(CPPFLAGS) $(CFLAGS)

# Building all goes on without it where a library is missing.
.PHONY: audit audit-where-possible
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

$(audit): $(audit-objects)
	@echo "  LD  $@"
	@$(HOSTCC) $(CFLAGS) $(LDFLAGS) -o $@ $(audit-objects) $(audit-libraries)

$(audit-out)/%.c.o: %.c
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(HOSTCC) $(audit-flags) -MMD -MP -c -o $@ $<

-include $(patsubst %.o,%.d,$(audit-objects))

.PHONY: install-audit uninstall-audit clean-audit
install: install-audit
install-audit: all
	install -d $(DESTDIR)$(mandir)/man7
	install -m 644 doc/kcfi-plugin.7 $(DESTDIR)$(mandir)/man7
	@[ ! -x $(audit) ] || { \
	  install -d $(DESTDIR)$(bindir) $(DESTDIR)$(mandir)/man1 && \
	  install -m 755 $(audit) $(DESTDIR)$(bindir)/kcfi-audit && \
	  install -m 644 doc/kcfi-audit.1 $(DESTDIR)$(mandir)/man1; }

uninstall: uninstall-audit
uninstall-audit:
	rm -f $(DESTDIR)$(bindir)/kcfi-audit \
		$(DESTDIR)$(mandir)/man1/kcfi-audit.1 \
		$(DESTDIR)$(mandir)/man7/kcfi-plugin.7

clean: clean-audit
clean-audit:
	rm -rf $(audit-out)

# --- Tests ----------------------------------------------------------------------

.PHONY: check-audit audit-fuzz
check-audit: setup-check
	@$(MAKE) --no-print-directory check THEMES=audit

audit-fuzz: setup-check
	@testsuite/audit/fuzz/run.sh "$(audit-out)/fuzz" "$${FUZZ_SECONDS:-60}" \
		$(audit-sources)
