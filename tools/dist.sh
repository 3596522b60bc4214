#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs the last commit.  Names, order, times and owners of the files come from the
# commit and nothing from this machine, so two runs give the same bytes.
# usage: dist.sh VERSION TARBALL
set -eu
version=$1 tarball=$2
cd "$(dirname "$0")/.."

fail () {
  echo "dist: $1" >&2
  exit 1
}

# Within another repository git would pack a part of that.
top=$(git rev-parse --show-toplevel 2> /dev/null) || top=
[ "$top" -ef . ] \
  || fail "this is no git repository: only the repository knows what belongs to a release"
git diff --quiet HEAD -- \
  || echo "dist: what is not committed is not in the tarball" >&2
git show HEAD:plugin/version.h | grep -qF "KCFI_VERSION \"$version\"" \
  || fail "the last commit is not version $version: commit plugin/version.h"
git show HEAD:NEWS.md | grep -q "^## ${version//./\\.} " \
  || fail "NEWS.md of the last commit has no section \"## $version\""

mkdir -p "${tarball%/*}"
# Git's setting tar.umask, xz's environment and its number of processors change bytes.
unset XZ_OPT XZ_DEFAULTS
set -o pipefail
git -c tar.umask=0022 archive --format=tar --prefix="kcfi-$version/" HEAD \
  | xz -9 --threads=1 > "$tarball.new"
mv "$tarball.new" "$tarball"
echo "dist: $tarball: $(stat -c %s "$tarball") bytes, sha256" \
  "$(sha256sum < "$tarball" | cut -d' ' -f1)"
