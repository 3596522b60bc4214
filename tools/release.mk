# SPDX-License-Identifier: GPL-3.0-or-later
# Releases; included by the Makefile.  CONTRIBUTING.md says how one is made.
#
#   make dist              the tarball of the last commit, build/kcfi-VERSION.tar.xz:
#                          the same bytes from the same commit
#   make distcheck         make dist twice, unpack it, build it for GCC, run some
#                          tests, install it into an empty folder and uninstall it
#   make deb               Debian packages of the last commit, into build/debian
#   make deb DEB_GCC="12 11"    for these GCCs; the first is the one that gcc is
#                          (default: only that)
#   make check-deb         make deb, then install, test, upgrade and remove them in a
#                          new chroot of this release of Debian; needs root
#   make check-deb DEB_RELEASE=trixie DEB_GCC=14    the same in chroots of another
#                          release, where they are built, too (build/debian-trixie)
#   make check-deb-here    make deb without tests of the build, then their autopkgtest in
#                          a view of this machine; seconds, as root
#   make rpm               RPM packages of the last commit for GCC, into build/rpm, by
#                          rpmbuild; compares them with what make install makes
#   make pictures AUDITED=vmlinux    pictures of the page of kcfi-audit for a kernel or a
#                          program, by headless Chromium, and a terminal session, into
#                          build/pictures
DEB_GCC ?= $(firstword $(subst ., ,$(shell gcc -dumpversion 2>/dev/null)))
tarball := build/kcfi-$(version).tar.xz

.PHONY: dist distcheck deb check-deb check-deb-here rpm pictures
dist:
	@tools/dist.sh "$(version)" "$(tarball)"

distcheck: setup-check dist
	@tools/distcheck.sh "$(version)" "$(tarball)" "$(GCC)"

deb: dist
	@packaging/build-debian.sh "$(version)" "$(tarball)" build/debian $(DEB_GCC)

ifdef DEB_RELEASE
deb-folder := build/debian-$(DEB_RELEASE)
check-deb: dist
	@packaging/build-debian-in.sh "$(DEB_RELEASE)" "$(version)" "$(tarball)" \
		$(deb-folder) $(DEB_GCC)
else
deb-folder := build/debian
check-deb: deb
endif
	@packaging/check-debian.sh $(deb-folder) \
		"$(or $(DEB_RELEASE),$(shell . /etc/os-release && echo "$$VERSION_CODENAME"))" \
		"$(version)" "$(tarball)" $(DEB_GCC)

# What the build would test has been tested where this is run.
check-deb-here:
	@tools/setup.sh deb "gcc-$(firstword $(DEB_GCC))"
	@DEB_BUILD_OPTIONS="nocheck noautodbgsym" DEB_BUILD_PROFILES=nocheck $(MAKE) --no-print-directory deb
	@packaging/check-debian-here.sh build/debian

rpm: dist
	@packaging/build-rpm.sh "$(version)" "$(release-date)" "$(tarball)" build/rpm "$(GCC)"

AUDITED ?= $(firstword $(wildcard build/kernel/*-kcfi-*/vmlinux) $(audit))
pictures: all
	@tools/pictures.sh build/pictures $(audit) $(driver) "$(AUDITED)"
