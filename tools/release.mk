# SPDX-License-Identifier: GPL-3.0-or-later
# Releases; included by the Makefile.  CONTRIBUTING.md says how one is made.
#
#   make dist              the tarball of the last commit, build/kcfi-VERSION.tar.xz:
#                          the same bytes from the same commit
#   make distcheck         make dist twice, unpack it, build it for GCC, run some
#                          tests, install it into an empty folder and uninstall it

tarball := build/kcfi-$(version).tar.xz

.PHONY: dist distcheck
dist:
	@tools/dist.sh "$(version)" "$(tarball)"

distcheck: setup-check dist
	@tools/distcheck.sh "$(version)" "$(tarball)" "$(GCC)"
