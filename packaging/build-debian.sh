#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages of a tarball for some GCCs, unsigned, and looks at them
# with lintian if that is here.  DEBFULLNAME and DEBEMAIL say whose they are, as for
# Debian's own tools; else git does.
# usage: build-debian.sh VERSION TARBALL FOLDER MAJOR...
set -eu
version=$1 tarball=$2 folder=$3
shift 3
cd "$(dirname "$0")/.."
tarball=$(realpath "$tarball")
name=${DEBFULLNAME:-$(git config user.name || echo "KCFI maintainers")}
address=${DEBEMAIL:-$(git config user.email || echo "root@$(hostname -f)")}

command -v dpkg-buildpackage > /dev/null \
  || { echo "deb: install the packages dpkg-dev and debhelper" >&2; exit 1; }
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
cp "$tarball" "kcfi_$version.orig.tar.xz"
tar -xf "kcfi_$version.orig.tar.xz"
cd "kcfi-$version"
cp -r packaging/debian debian
debian/make-control "$name <$address>" "$@"

unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
echo "deb: building in $folder"
dpkg-buildpackage -us -uc > ../build.log 2>&1 \
  || { tail -n 20 ../build.log >&2; echo "deb: see $folder/build.log" >&2; exit 1; }
cd ..
ls -1 -- *.deb *.dsc *.changes
if command -v lintian > /dev/null; then
  # root may run it in a chroot.
  lintian --allow-root --fail-on error,warning --info -- *.changes
  echo "deb: lintian has no error and no warning"
else
  echo "deb: there is no lintian"
fi
