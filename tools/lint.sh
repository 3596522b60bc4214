#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Clang's warnings over the C and C++ sources, cppcheck over the C ones,
# ShellCheck over the scripts; what they all refer to is there, the documents are
# as wide as they should be, and the mutants find what they change.
# usage: lint.sh GCC-PLUGIN-FOLDER [FILE...]      (default: all sources)
set -u
include=${1:?usage: lint.sh GCC-PLUGIN-FOLDER [FILE...]}/include
# shellcheck source-path=SCRIPTDIR source=sources.sh
. "$(dirname "$0")/sources.sh"
failed=0

if [ $# -gt 1 ]; then
  for list in c_sources cxx_sources scripts; do
    only $list "${@:2}"
  done
fi

# each COMMAND... -- FILE...: COMMAND for one file at a time, on all processors.
each ()
{
  local command=()
  while [ "$1" != -- ]; do
    command+=("$1")
    shift
  done
  shift
  [ $# = 0 ] || printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" "${command[@]}"
}

each clang -std=c11 -Wall -Wextra -Werror -fsyntax-only -D_GNU_SOURCE \
  -Itools/kcfi-audit -- "${c_sources[@]}" || failed=1
# GCC's RTL ends in an array of one element that is larger.
each clang++ -Wall -Wextra -Werror -Wno-array-bounds -fsyntax-only \
  -isystem "$include" -DKCFI_TARGET_TRIPLET='"lint"' -- "${cxx_sources[@]}" || failed=1
if [ ${#c_sources[@]} != 0 ]; then
  cppcheck --quiet -j "$(nproc)" --std=c11 --error-exitcode=1 --inline-suppr \
    --enable=warning,performance,portability \
    --suppress=missingIncludeSystem --suppress=identicalInnerCondition \
    "${c_sources[@]}" || failed=1
fi
if [ ${#scripts[@]} != 0 ]; then
  each shellcheck -x -- "${scripts[@]}" || failed=1
fi
tools/check-references.sh || failed=1
tools/check-documents.sh || failed=1
testsuite/mutants/mutants.sh places || failed=1
[ "$failed" = 0 ] || exit 1
echo "lint: ${#c_sources[@]} C, ${#cxx_sources[@]} C++ files and" \
     "${#scripts[@]} scripts are clean"
