#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Names the first package that kcfi-audit needs and that is missing; prints
# nothing and succeeds if all are there.
# usage: check-libraries.sh HOSTCC
set -u
hostcc=${1:?usage: check-libraries.sh HOSTCC}

# has HEADER PACKAGE
has ()
{
  echo "#include <$1>" | "$hostcc" -E -x c - >/dev/null 2>&1 && return
  echo "$2"
  exit 1
}

has xxhash.h libxxhash-dev
has gelf.h libelf-dev
has elfutils/libdw.h libdw-dev
has capstone/capstone.h libcapstone-dev
has libiberty/demangle.h libiberty-dev
