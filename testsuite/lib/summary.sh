#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# summary.sh FILE.sum...  sums up DejaGnu results.  Prints what was skipped with
# the reason, every result that counts as failed, and as last line
#   N passed, N failed
# passed = PASS and XFAIL; failed = FAIL, XPASS, ERROR, UNRESOLVED, a file that
# is missing or incomplete, and a run without any result.  Exit status 0 when
# nothing failed.
set -u

[ $# -gt 0 ] || { echo "usage: summary.sh FILE.sum..." >&2; exit 2; }

passed=0
failed=0

# count PATTERN FILE
count ()
{
  grep -c -E "$1" "$2"
}

for file in "$@"; do
  if [ ! -r "$file" ]; then
    echo "FAIL: no results: $file cannot be read"
    failed=$((failed + 1))
    continue
  fi
  good=$(count '^(PASS|XFAIL|KFAIL):' "$file")
  bad=$(count '^(FAIL|XPASS|KPASS|ERROR|UNRESOLVED):' "$file")
  if ! grep -q '=== .* Summary ===' "$file"; then
    echo "FAIL: $file has no summary: runtest did not come to its end"
    bad=$((bad + 1))
  elif ! grep -q -E '^[A-Z]+: ' "$file"; then
    echo "FAIL: $file has no result"
    bad=$((bad + 1))
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  grep -E '^(UNSUPPORTED|UNTESTED):' "$file"
  grep -E '^(FAIL|XPASS|KPASS|ERROR|UNRESOLVED):' "$file"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
