#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# crosstool-NG: installs the plugin for a toolchain that `ct-ng build' has made.  That
# has plugin headers if its GCC was configured so, which CT_CC_GCC_EXTRA_CONFIG_ARRAY
# "--enable-plugin" sees to.  GMP's headers, which GCC's include, are in the folder that
# ct-ng builds its libraries in, or this machine's.
# Tried: not with ct-ng, but with a compiler built as it builds one (doc/results/release.md).
# usage: crosstool-ng.sh TOOLCHAIN-FOLDER TRIPLET [BUILDTOOLS-FOLDER]
set -eu
toolchain=$1 triplet=$2
headers=()
[ $# -lt 3 ] || headers=("CPPFLAGS=-I$3/include")
cd "$(dirname "$0")/../.."
# ct-ng makes its toolchains read-only.
[ -w "$toolchain/bin" ] || chmod -R u+w "$toolchain"
make "GCC=$toolchain/bin/$triplet-gcc" "${headers[@]}"
make "GCC=$toolchain/bin/$triplet-gcc" "prefix=$toolchain" install
