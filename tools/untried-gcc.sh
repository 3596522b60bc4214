#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What there is to say about building for a GCC that is newer than all that the
# plugin was tried with (KCFI_NEWEST_GCC in plugin/gcc-compat.h); nothing about
# the others.
# usage: untried-gcc.sh GCC built|failed
set -u
gcc=$1 outcome=$2
major=$("$gcc" -dumpversion | cut -d. -f1)
newest=$(sed -n 's/^#define KCFI_NEWEST_GCC //p' \
	   "$(dirname "$0")/../plugin/gcc-compat.h")
[ "$major" -gt "$newest" ] || exit 0

case $outcome in
  built)
    cat >&2 <<END
kcfi: warning: this plugin was never tried with GCC $major, only with GCC up to $newest.
kcfi: It was built all the same. Before you rely on it, these must pass:
kcfi:   make GCC=$gcc check
kcfi:   make GCC=$gcc check-consistency
kcfi:   make GCC=$gcc check-torture
kcfi: and for kernels: make GCC=$gcc check-kernel
END
    ;;
  failed)
    cat >&2 <<END
kcfi: the plugin does not build for GCC $major: it is made for GCC up to $newest.
kcfi: GCC changes its interface for plugins with each version; the place to
kcfi: follow it is plugin/gcc-compat.h. Until then use a compiler up to gcc-$newest.
END
    ;;
esac
