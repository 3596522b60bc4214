#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# unprotected.sh FILE.sum...  judges a run with KCFI_REFERENCE=none: an execution
# test that passes without protection proves nothing, so each must fail.  Those of C
# are in execute, those of C++ in cxx.
set -u

[ $# -gt 0 ] || { echo "usage: unprotected.sh FILE.sum..." >&2; exit 2; }

failed=$(cat "$@" | grep -cE '^FAIL: (execute|cxx)/.* execution test')
passed=$(cat "$@" | grep -E '^PASS: (execute|cxx)/.* execution test')
if [ -n "$passed" ]; then
  echo "$passed"
  echo "these execution tests pass without protection"
  exit 1
fi
if [ "$failed" -eq 0 ]; then
  echo "no execution test was run"
  exit 1
fi
echo "without protection all $failed execution tests fail, as they must"
