#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Clang's warnings over the C and C++ sources, cppcheck over the C ones,
# ShellCheck over the scripts, and what they all refer to is there.
# usage: lint.sh GCC-PLUGIN-FOLDER
set -u
include=${1:?usage: lint.sh GCC-PLUGIN-FOLDER}/include
failed=0

mapfile -t c_sources < <(git ls-files -- 'gimple/*.c' 'plugin/*.c' 'rtl/*.c' \
  'tools/*.c')
mapfile -t cxx_sources < <(git ls-files -- 'gimple/*.cc' 'plugin/*.cc' \
  'rtl/*.cc')
mapfile -t scripts < <(git ls-files -- '*.sh' '.ci/run')

for source in "${c_sources[@]}"; do
  clang -std=c11 -Wall -Wextra -Werror -fsyntax-only -D_GNU_SOURCE \
    "$source" || failed=1
done
for source in "${cxx_sources[@]}"; do
  # GCC's RTL ends in an array of one element that is larger.
  clang++ -Wall -Wextra -Werror -Wno-array-bounds -fsyntax-only \
    -isystem "$include" -DKCFI_TARGET_TRIPLET='"lint"' "$source" || failed=1
done
cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
  --enable=warning,performance,portability \
  --suppress=missingIncludeSystem --suppress=identicalInnerCondition "${c_sources[@]}" || failed=1
shellcheck -x "${scripts[@]}" || failed=1
tools/check-references.sh || failed=1
[ "$failed" = 0 ] || exit 1
echo "lint: ${#c_sources[@]} C, ${#cxx_sources[@]} C++ files and" \
     "${#scripts[@]} scripts are clean"
